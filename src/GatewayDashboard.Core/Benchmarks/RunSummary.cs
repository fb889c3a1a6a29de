namespace GatewayDashboard.Core.Benchmarks;

/// <summary>How far the targets of a run sell the same thing.</summary>
public enum VariantRule
{
    /// <summary>Model and serving label are equal.</summary>
    SameVariant,

    /// <summary>The model is equal, the labels differ: verdicts stand under "as offered".</summary>
    AsOffered,

    /// <summary>Different models: shown side by side, no winner.</summary>
    Different,
}

/// <summary>
/// Every figure of a run, computed once. Page, chart, export, API and command line read this and compute nothing themselves.
/// The same facts and samples always give the same summary, whatever the samples' order.
/// </summary>
public sealed partial record RunSummary
{
    /// <summary>The targets, in the run's order.</summary>
    public required IReadOnlyList<TargetFacts> Targets { get; init; }

    /// <summary>How far they sell the same thing.</summary>
    public required VariantRule Variants { get; init; }

    /// <summary>One series per target and prompt, in the run's order, also where nothing has been measured yet.</summary>
    public required IReadOnlyList<SeriesSummary> Series { get; init; }

    /// <summary>Comparisons per prompt and metric; the headline one first. Empty with one target.</summary>
    public required IReadOnlyList<MetricComparison> Comparisons { get; init; }

    /// <summary>The metric declared before the run: first token, or first answer where a target reasons.</summary>
    public required ComparedMetric HeadlineMetric { get; init; }

    /// <summary>The prompt declared before the run: <c>short</c> where there is one, else the first.</summary>
    public required string HeadlinePrompt { get; init; }

    /// <summary>The result in a sentence, or null where targets may not be ranked or there is nothing to say yet.</summary>
    public string? Headline { get; init; }

    /// <summary>Calls that ended, warm-up included.</summary>
    public required int Ended { get; init; }

    /// <summary>Calls the definition asks for, warm-up included.</summary>
    public required int Planned { get; init; }

    /// <summary>Sum of the known costs, USD; null where none is known.</summary>
    public decimal? CostUsd { get; init; }

    /// <summary>Calls whose cost is not known.</summary>
    public required int CostUnknown { get; init; }

    /// <summary>Share of measured calls disturbed by our own machine, 0 to 1; above 0.02 the run is client-limited. Null without calls.</summary>
    public double? DisturbedShare { get; init; }

    /// <summary>Prompts on which the truncated share of two targets differs by more than 10 points: their total latencies then measure the output limit.</summary>
    public required IReadOnlyList<string> TruncationDiffersOn { get; init; }

    /// <summary>The series of a target and prompt, or null.</summary>
    public SeriesSummary? Find(string targetKey, string prompt) =>
        Series.FirstOrDefault(series => series.TargetKey == targetKey && series.Prompt == prompt);
}
