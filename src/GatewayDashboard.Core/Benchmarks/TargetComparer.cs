using GatewayDashboard.Core.Statistics;

namespace GatewayDashboard.Core.Benchmarks;

/// <summary>Compares the targets of a run pair by pair within blocks. Only the same model at the same provenance is ever ranked together.</summary>
internal sealed class TargetComparer(RunFacts facts, IReadOnlyList<Sample> samples, IReadOnlyList<SeriesSummary> series)
{
    private const double Alpha = 0.05;

    /// <summary>All pairs of one metric and prompt.</summary>
    public MetricComparison Compare(ComparedMetric metric, string prompt, bool headline)
    {
        var values = facts.Targets.ToDictionary(target => target.Key, target => ByBlock(target.Key, metric, prompt));
        var raw = new List<(PairFigures Figures, PairedResult? Result)>();
        for (var i = 0; i < facts.Targets.Count; i++)
        {
            for (var j = i + 1; j < facts.Targets.Count; j++)
            {
                if (Comparable(facts.Targets[i], facts.Targets[j], prompt))
                {
                    raw.Add(Pair(facts.Targets[i], facts.Targets[j], values, prompt));
                }
            }
        }

        // A pair without blocks still counts as a test: leaving it out would make the others look surer than planned.
        var adjusted = Holm.Adjust(raw.Select(pair => pair.Result?.P ?? 1).ToArray());
        PairComparison[] pairs = [.. raw.Select((pair, i) => Judge(pair.Figures, pair.Result, adjusted[i], raw.Count))];
        return new(metric, prompt, headline, pairs, Ranks(pairs, values));
    }

    private Dictionary<int, double> ByBlock(string key, ComparedMetric metric, string prompt)
    {
        var connections = Series(key, prompt).Connections;
        return samples
            .Where(sample => sample.Call is { WarmUp: false } call && call.TargetKey == key && call.Prompt == prompt)
            .Where(sample => sample.Measurement.Warm == (connections == ConnectionSeries.Warm))
            .Select(sample => (sample.Call.Block, Value: sample.Latency(metric)))
            .Where(pair => pair.Value > 0)
            .ToDictionary(pair => pair.Block, pair => pair.Value!.Value);
    }

    private SeriesSummary Series(string key, string prompt) => series.First(one => one.TargetKey == key && one.Prompt == prompt);

    private bool Comparable(TargetFacts one, TargetFacts other, string prompt) =>
        one.Variant.Model == other.Variant.Model
        && one.Provenance == other.Provenance
        && Series(one.Key, prompt).Connections == Series(other.Key, prompt).Connections;

    private (PairFigures Figures, PairedResult? Result) Pair(
        TargetFacts one, TargetFacts other, Dictionary<string, Dictionary<int, double>> values, string prompt)
    {
        var (first, second) = (values[one.Key], values[other.Key]);
        int[] blocks = [.. first.Keys.Where(second.ContainsKey).Order()];
        var conditional = Lost(first.Count, one.Key) || Lost(second.Count, other.Key);
        var result = blocks.Length == 0
            ? null
            : PairedComparison.Compare(blocks.Select(block => first[block]).ToArray(), blocks.Select(block => second[block]).ToArray(), facts.Seed);
        return (new(one, other, conditional), result);

        bool Lost(int used, string key) => used < 0.9 * Series(key, prompt).Attempted;
    }

    private static PairComparison Judge(PairFigures figures, PairedResult? result, double adjusted, int tests)
    {
        if (result is null)
        {
            return Words(new() { Faster = figures.One.Key, Slower = figures.Other.Key, Blocks = 0, Verdict = Verdict.NotEnoughRuns, Words = "" }, figures);
        }

        var swap = result.Ratio < 1;
        var interval = result.RatioInterval is { } given && swap ? new Interval(1 / given.Upper, 1 / given.Lower, given.Level) : result.RatioInterval;
        return Words(
            new()
            {
                Faster = swap ? figures.Other.Key : figures.One.Key,
                Slower = swap ? figures.One.Key : figures.Other.Key,
                Blocks = result.Blocks,
                Ratio = swap ? 1 / result.Ratio : result.Ratio,
                RatioInterval = interval,
                Widened = result.Widened,
                ProbabilityFaster = swap ? 1 - result.ProbabilityFirstFaster : result.ProbabilityFirstFaster,
                P = result.P,
                AdjustedP = adjusted,
                Conditional = figures.Conditional,
                Verdict = VerdictOf(interval, adjusted, result.Blocks, tests),
                Words = "",
            },
            figures);
    }

    private static Verdict VerdictOf(Interval? interval, double adjusted, int blocks, int tests)
    {
        // With so few blocks that even "faster in every one" could not pass the correction, silence says nothing either.
        if (interval is null || tests * Math.Pow(2, 1 - blocks) > Alpha)
        {
            return Verdict.NotEnoughRuns;
        }

        return adjusted <= Alpha && interval.Lower > 1 ? Verdict.Faster
            : interval.Lower >= 1 / 1.1 && interval.Upper <= 1.1 ? Verdict.Equivalent
            : Verdict.NoEvidence;
    }

    private static PairComparison Words(PairComparison pair, PairFigures figures) => pair with { Words = VerdictWords.Write(pair, figures.Name) };

    private static RankRange[] Ranks(PairComparison[] pairs, Dictionary<string, Dictionary<int, double>> values)
    {
        string[] ranked = [.. values.Keys.Where(key => pairs.Any(pair => (pair.Faster == key || pair.Slower == key) && pair.Verdict != Verdict.NotEnoughRuns))];
        return
        [
            .. ranked.Select(key => new RankRange(
                key,
                1 + pairs.Count(pair => pair.Verdict == Verdict.Faster && pair.Slower == key),
                ranked.Length - pairs.Count(pair => pair.Verdict == Verdict.Faster && pair.Faster == key))),
        ];
    }

    private sealed record PairFigures(TargetFacts One, TargetFacts Other, bool Conditional)
    {
        public string Name(string key) => key == One.Key ? One.Name : Other.Name;
    }
}
