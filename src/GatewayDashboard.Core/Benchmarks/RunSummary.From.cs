using GatewayDashboard.Core.Gateways;

namespace GatewayDashboard.Core.Benchmarks;

public sealed partial record RunSummary
{
    /// <summary>Computes every figure of a run, finished or under way.</summary>
    /// <param name="facts">What is known besides the samples.</param>
    /// <param name="samples">The samples so far, in any order. One of another provenance than its target's does not belong to the run.</param>
    public static RunSummary From(RunFacts facts, IReadOnlyList<Sample> samples)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(samples);
        var benchmark = facts.Benchmark;
        var known = facts.Targets.ToDictionary(target => target.Key);
        var own = samples.Where(sample => known.TryGetValue(sample.Call.TargetKey, out var target) && sample.Provenance == target.Provenance).ToArray();
        var bySeries = own.ToLookup(sample => (sample.Call.TargetKey, sample.Call.Prompt));
        SeriesSummary[] series =
        [
            .. from target in facts.Targets
               from prompt in benchmark.Prompts
               select SeriesSummary.From(target.Key, prompt.Name, [.. bySeries[(target.Key, prompt.Name)]], facts.Seed),
        ];
        var prompts = benchmark.Prompts.Select(prompt => prompt.Name).ToArray();
        var headlinePrompt = prompts.Contains(BenchmarkPrompts.ShortName) ? BenchmarkPrompts.ShortName : prompts[0];
        var reasons = series.Any(one => one.Reasons);
        var headlineMetric = reasons ? ComparedMetric.FirstAnswer : ComparedMetric.FirstToken;
        var metrics = reasons
            ? new[] { ComparedMetric.FirstAnswer, ComparedMetric.FirstToken, ComparedMetric.Total }
            : [ComparedMetric.FirstToken, ComparedMetric.Total];
        var comparer = new TargetComparer(facts, own, series);
        MetricComparison[] comparisons = facts.Targets.Count < 2
            ? []
            :
            [
                .. from prompt in prompts.OrderBy(prompt => prompt == headlinePrompt ? 0 : 1)
                   from metric in metrics
                   select comparer.Compare(metric, prompt, headline: metric == headlineMetric && prompt == headlinePrompt),
            ];
        var measured = series.Sum(one => one.Attempted);
        var costs = series.Where(one => one.CostUsd is not null).ToArray();
        var variants = Rule(facts.Targets);
        return new()
        {
            Targets = facts.Targets,
            Variants = variants,
            Series = series,
            Comparisons = comparisons,
            HeadlineMetric = headlineMetric,
            HeadlinePrompt = headlinePrompt,
            Headline = comparisons.Length > 0 && variants != VariantRule.Different && OneProvenance(facts.Targets)
                ? Headlines.Write(comparisons[0], facts.Targets)
                : null,
            Ended = own.Length,
            Planned = (benchmark.Runs + benchmark.WarmUpBlocks) * prompts.Length * facts.Targets.Count,
            CostUsd = costs.Length == 0 ? null : costs.Sum(one => one.CostUsd!.Value),
            CostUnknown = series.Sum(one => one.CostUnknown),
            TruncationDiffersOn =
            [
                .. prompts.Where(prompt =>
                {
                    var shares = series.Where(one => one.Prompt == prompt).Select(one => one.TruncatedShare).OfType<double>().ToArray();
                    return shares.Length > 1 && shares.Max() - shares.Min() > 0.10;
                }),
            ],
            DisturbedShare = measured == 0 ? null : (double)series.Sum(one => one.Disturbed) / measured,
        };
    }

    /// <summary>How far these targets sell the same thing.</summary>
    public static VariantRule Rule(IReadOnlyList<TargetFacts> targets)
    {
        ArgumentNullException.ThrowIfNull(targets);
        ModelVariant[] variants = [.. targets.Select(target => target.Variant).Distinct()];
        return variants.Length < 2 ? VariantRule.SameVariant
            : variants.Select(variant => variant.Model).Distinct(StringComparer.Ordinal).Count() == 1 ? VariantRule.AsOffered
            : VariantRule.Different;
    }

    private static bool OneProvenance(IReadOnlyList<TargetFacts> targets) => targets.Select(target => target.Provenance).Distinct().Count() == 1;
}
