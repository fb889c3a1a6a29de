using GatewayDashboard.Core.Measurement;

namespace GatewayDashboard.Components.Parts;

/// <summary>What stands behind a figure; shown when it is clicked.</summary>
/// <param name="Name">The metric.</param>
/// <param name="Definition">What it means, in one or two sentences.</param>
/// <param name="Provenance">Where it comes from.</param>
public sealed record FigureFacts(string Name, string Definition, Provenance Provenance)
{
    /// <summary>How it is computed, or null.</summary>
    public string? Formula { get; init; }

    /// <summary>How many samples it rests on, or null where that has no meaning.</summary>
    public int? N { get; init; }

    /// <summary>Its interval in words, or null.</summary>
    public string? Interval { get; init; }

    /// <summary>When it was measured, reported or published, or null.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>Which clock stamped the arrivals and how exact it was, or null for figures without one.</summary>
    public string? Clock { get; init; }

    /// <summary>From where it was measured, or null.</summary>
    public string? VantagePoint { get; init; }

    /// <summary>Why the figure is unknown, or null.</summary>
    public string? Reason { get; init; }
}
