using GatewayDashboard.Core.Statistics;

namespace GatewayDashboard.Core.Benchmarks;

/// <summary>The latencies that targets are compared by.</summary>
public enum ComparedMetric
{
    /// <summary>First-token latency.</summary>
    FirstToken,

    /// <summary>First-answer latency.</summary>
    FirstAnswer,

    /// <summary>Total latency.</summary>
    Total,
}

/// <summary>What a comparison of two targets says.</summary>
public enum Verdict
{
    /// <summary>The first is faster by the ratio given.</summary>
    Faster,

    /// <summary>The runs do not tell them apart; not the same as "equal".</summary>
    NoEvidence,

    /// <summary>The whole interval of the ratio lies within 10 % of 1.</summary>
    Equivalent,

    /// <summary>Too few paired blocks for any verdict.</summary>
    NotEnoughRuns,
}

/// <summary>All pairs of one metric and prompt, corrected for their number (Holm).</summary>
/// <param name="Metric">What is compared.</param>
/// <param name="Prompt">The prompt's name.</param>
/// <param name="Headline">Whether it was declared before the run; everything else is exploratory.</param>
/// <param name="Pairs">Each comparable pair once.</param>
/// <param name="Ranks">A rank range for each target that could be compared.</param>
public sealed record MetricComparison(
    ComparedMetric Metric, string Prompt, bool Headline, IReadOnlyList<PairComparison> Pairs, IReadOnlyList<RankRange> Ranks);

/// <summary>Two targets compared within blocks. The first is the one whose point estimate is faster.</summary>
public sealed record PairComparison
{
    /// <summary>The target with the smaller latency.</summary>
    public required string Faster { get; init; }

    /// <summary>The other.</summary>
    public required string Slower { get; init; }

    /// <summary>Blocks in which both gave a value.</summary>
    public required int Blocks { get; init; }

    /// <summary>The slower's latency ÷ the faster's (Hodges–Lehmann), at least 1, or null without paired blocks.</summary>
    public double? Ratio { get; init; }

    /// <summary>Interval of <see cref="Ratio"/> for this pair alone, or null where the blocks give none.</summary>
    public Interval? RatioInterval { get; init; }

    /// <summary>Whether the interval was widened because the ratio was not steady during the run.</summary>
    public bool Widened { get; init; }

    /// <summary>Share of blocks in which the first was faster, ties counting half, 0 to 1; null without paired blocks.</summary>
    public double? ProbabilityFaster { get; init; }

    /// <summary>Permutation p of this pair alone, or null.</summary>
    public double? P { get; init; }

    /// <summary>The same after Holm's correction, or null.</summary>
    public double? AdjustedP { get; init; }

    /// <summary>What may be said.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>The verdict in words, with names and figures.</summary>
    public required string Words { get; init; }

    /// <summary>Whether one of them lost more than a tenth of its blocks, so that this holds only where both succeeded.</summary>
    public bool Conditional { get; init; }
}

/// <summary>The places a target may hold: 1 + the number shown faster … all − the number shown slower.</summary>
/// <param name="TargetKey">The target's key.</param>
/// <param name="Best">Best possible rank, from 1.</param>
/// <param name="Worst">Worst possible rank.</param>
public sealed record RankRange(string TargetKey, int Best, int Worst);
