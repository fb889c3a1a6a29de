using GatewayDashboard.Core.Benchmarks;
using GatewayDashboard.Core.Measurement;

namespace GatewayDashboard.Data.Runs;

/// <summary>A run to be made.</summary>
public sealed record NewRun
{
    /// <summary>The definition.</summary>
    public required Benchmark Definition { get; init; }

    /// <summary>The targets.</summary>
    public required IReadOnlyList<RunTarget> Targets { get; init; }

    /// <summary>The plan's seed.</summary>
    public required ulong Seed { get; init; }

    /// <summary>Every call of the plan.</summary>
    public required IReadOnlyCollection<PlannedCall> Calls { get; init; }

    /// <summary>Live, custom address or simulated.</summary>
    public required Provenance Provenance { get; init; }

    /// <summary>Where it is measured from.</summary>
    public string Vantage { get; init; } = "local";

    /// <summary>Region whose worker must run it, or null.</summary>
    public string? Region { get; init; }

    /// <summary>The kept definition it comes from, or null.</summary>
    public long? BenchmarkId { get; init; }

    /// <summary>Unique key of the schedule's slot, or null.</summary>
    public string? SlotKey { get; init; }

    /// <summary>When the schedule wanted it, or null.</summary>
    public DateTimeOffset? ScheduledFor { get; init; }

    /// <summary>A user's note.</summary>
    public string? Notes { get; init; }

    /// <summary>Free words to find it by.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];
}
