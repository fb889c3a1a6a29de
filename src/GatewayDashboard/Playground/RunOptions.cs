namespace GatewayDashboard.Playground;

/// <summary>How a prompt is sent to several panes: fairly, and how often.</summary>
public sealed record RunOptions
{
    /// <summary>The most repeats.</summary>
    public const int MostRepeats = 10;

    /// <summary>How often each pane sends it, 1 to <see cref="MostRepeats"/>.</summary>
    public int Repeats { get; init; } = 1;

    /// <summary>One pane after the other, so that no two calls share the line; else all start at once.</summary>
    public bool Sequential { get; init; }

    /// <summary>Panes start in random order, so that none is always first.</summary>
    public bool RandomOrder { get; init; }

    /// <summary>A short call to each gateway first, whose figures do not count: it opens the connection.</summary>
    public bool WarmUp { get; init; }
}
