using GatewayDashboard.Core.Benchmarks;
using GatewayDashboard.Core.Measurement;

namespace GatewayDashboard.Data.Runs;

/// <summary>Which runs are wanted; what is null or empty does not restrict.</summary>
public sealed record RunFilter
{
    /// <summary>Part of the name or of the notes, in any case.</summary>
    public string? Text { get; init; }

    /// <summary>States.</summary>
    public IReadOnlyCollection<RunState> States { get; init; } = [];

    /// <summary>Live, custom address or simulated.</summary>
    public Provenance? Provenance { get; init; }

    /// <summary>The kept definition.</summary>
    public long? BenchmarkId { get; init; }

    /// <summary>Where it was measured from.</summary>
    public string? Vantage { get; init; }

    /// <summary>Asked for at or after.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Asked for before.</summary>
    public DateTimeOffset? To { get; init; }
}

/// <summary>One page of a list, newest first.</summary>
/// <param name="Runs">The runs of the page.</param>
/// <param name="Total">How many there are in all.</param>
public sealed record RunPage(IReadOnlyList<Run> Runs, int Total);
