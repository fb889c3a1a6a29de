using GatewayDashboard.Core.Benchmarks;
using GatewayDashboard.Core.Completions;

namespace GatewayDashboard.Live;

/// <summary>A run under way at one moment. Immutable.</summary>
public sealed record RunSnapshot
{
    /// <summary>Planned calls, warm-up included.</summary>
    public required int Planned { get; init; }

    /// <summary>Calls that have ended, warm-up included.</summary>
    public required int Ended { get; init; }

    /// <summary>Ended calls that were no success.</summary>
    public required int Failed { get; init; }

    /// <summary>What the ended calls cost, USD; calls of unknown cost count as their reservation.</summary>
    public required decimal SpentUsd { get; init; }

    /// <summary>Time left at the pace so far; null before the first block has ended.</summary>
    public required TimeSpan? Left { get; init; }

    /// <summary>Progress of each target, in plan order.</summary>
    public required IReadOnlyList<TargetProgress> Targets { get; init; }

    /// <summary>Every measured sample so far, for the strip.</summary>
    public required IReadOnlyList<SamplePoint> Points { get; init; }
}

/// <summary>How far one target has come.</summary>
/// <param name="TargetKey">The target's key.</param>
/// <param name="Planned">Its planned calls.</param>
/// <param name="Ended">Its ended calls.</param>
/// <param name="Failed">Its ended calls that were no success.</param>
public sealed record TargetProgress(string TargetKey, int Planned, int Ended, int Failed);

/// <summary>One measured sample as drawn.</summary>
/// <param name="TargetKey">The target's key.</param>
/// <param name="Prompt">The prompt's name.</param>
/// <param name="Outcome">How the call ended.</param>
/// <param name="FirstTokenMs">First-token latency, ms, or null.</param>
/// <param name="TotalMs">Total latency, ms, or null.</param>
/// <param name="OutputTokens">Output tokens, or null.</param>
public sealed record SamplePoint(string TargetKey, string Prompt, Outcome Outcome, double? FirstTokenMs, double? TotalMs, int? OutputTokens)
{
    /// <summary>The point of a sample.</summary>
    public static SamplePoint Of(Sample sample) => new(
        sample.Call.TargetKey,
        sample.Call.Prompt,
        sample.Measurement.Outcome,
        sample.Measurement.Succeeded ? sample.Measurement.FirstToken?.TotalMilliseconds : null,
        sample.Measurement.Total?.TotalMilliseconds,
        sample.Measurement.OutputTokens);
}
