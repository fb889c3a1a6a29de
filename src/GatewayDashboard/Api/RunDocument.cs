using GatewayDashboard.Core.Benchmarks;
using GatewayDashboard.Core.Measurement;
using GatewayDashboard.Data.Runs;
using GatewayDashboard.Live;

namespace GatewayDashboard.Api;

/// <summary>A whole run as JSON: definition, figures and every sample with its event times, so that any figure can be recomputed.</summary>
/// <param name="Format">Always <c>gateway-dashboard/run</c>.</param>
/// <param name="Version">The format's version.</param>
/// <param name="Run">What was run, when, from where.</param>
/// <param name="Summary">Its figures; null before it has ended and where nothing was measured.</param>
/// <param name="Samples">Every sample in plan order.</param>
public sealed record RunDocument(string Format, int Version, RunHeader Run, RunSummary? Summary, IReadOnlyList<SampleDocument> Samples)
{
    /// <summary>The document of a run.</summary>
    public static RunDocument Of(RunView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        return new("gateway-dashboard/run", 1, RunHeader.Of(view.Run), view.Summary, [.. view.Samples.Select(SampleDocument.Of)]);
    }
}

/// <summary>What was run, when and from where. Holds no key.</summary>
public sealed record RunHeader
{
    /// <summary>The run's number on this installation.</summary>
    public required long Id { get; init; }

    /// <summary>Where it stands.</summary>
    public required RunState State { get; init; }

    /// <summary>Why it was stopped or interrupted, or null.</summary>
    public string? StopReason { get; init; }

    /// <summary>The definition it ran with.</summary>
    public required Benchmark Definition { get; init; }

    /// <summary>The seed of all orders.</summary>
    public required ulong Seed { get; init; }

    /// <summary>The targets as they stood then.</summary>
    public required IReadOnlyList<RunTarget> Targets { get; init; }

    /// <summary>Live, custom address or simulated.</summary>
    public required Provenance Provenance { get; init; }

    /// <summary>Where it was measured from.</summary>
    public required string Vantage { get; init; }

    /// <summary>Who held the watch; null where nothing was measured.</summary>
    public ArrivalClock? Clock { get; init; }

    /// <summary>When it was asked for.</summary>
    public required DateTimeOffset RequestedAt { get; init; }

    /// <summary>When it was claimed.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>When it ended.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Calls in its plan.</summary>
    public required int PlannedCalls { get; init; }

    /// <summary>What it has cost, USD.</summary>
    public required decimal SpentUsd { get; init; }

    /// <summary>The header of a run.</summary>
    public static RunHeader Of(Run run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return new()
        {
            Id = run.Id,
            State = run.State,
            StopReason = run.StopReason,
            Definition = run.Definition,
            Seed = run.Seed,
            Targets = run.Targets,
            Provenance = run.Provenance,
            Vantage = run.Vantage,
            Clock = run.Clock,
            RequestedAt = run.RequestedAt,
            StartedAt = run.ClaimedAt,
            EndedAt = run.EndedAt,
            PlannedCalls = run.PlannedCalls,
            SpentUsd = run.SpentUsd,
        };
    }
}
