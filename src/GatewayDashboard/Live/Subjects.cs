namespace GatewayDashboard.Live;

/// <summary>What a <see cref="ChangeSignal"/> can be about.</summary>
public static class Subjects
{
    /// <summary>Any run began, moved on or ended.</summary>
    public const string Runs = "runs";

    /// <summary>Connections, keys or addresses changed.</summary>
    public const string Connections = "connections";

    /// <summary>Prices or offers changed.</summary>
    public const string Prices = "prices";

    /// <summary>One run moved on.</summary>
    public static string Run(long runId) => $"run/{runId}";
}
