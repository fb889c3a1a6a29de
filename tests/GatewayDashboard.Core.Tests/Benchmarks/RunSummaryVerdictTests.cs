using System.Text.Json;
using GatewayDashboard.Core.Benchmarks;
using GatewayDashboard.Core.Completions;
using GatewayDashboard.Core.Gateways;
using static GatewayDashboard.Core.Tests.Benchmarks.SampleFactory;

namespace GatewayDashboard.Core.Tests.Benchmarks;

public sealed class RunSummaryVerdictTests
{
    // The published first-token figures of the five gateways, ms, each with the simulator's jitter.
    private static readonly (string Id, double Median)[] Published = [("Groq", 130), ("SambaNova", 130), ("OpenRouter", 400), ("Together", 430), ("AIMLAPI", 840)];

    private static readonly RunFacts Five = Facts(BenchmarkPresets.Quick, [.. Published.Select(gateway => (gateway.Id, ""))]);

    private static readonly RunSummary Quick = RunSummary.From(Five, [.. PublishedSamples()]);

    [Fact]
    public void From_TwelveBlocksOfFiveGateways_CarryAnIntervalAndAVerdictForEveryPair()
    {
        var comparison = Quick.Comparisons[0];

        Assert.True(comparison.Headline);
        Assert.Equal(10, comparison.Pairs.Count);
        Assert.All(comparison.Pairs, pair => Assert.NotNull(pair.RatioInterval));
        Assert.DoesNotContain(comparison.Pairs, pair => pair.Verdict == Verdict.NotEnoughRuns);
        Assert.Equal(Verdict.Faster, Pair(comparison, "Groq", "OpenRouter").Verdict);
        Assert.Equal(3.1, Pair(comparison, "Groq", "OpenRouter").Ratio!.Value, 0.15);
    }

    [Fact]
    public void From_EqualGateways_AreNotToldApartAndShareARankRange()
    {
        var comparison = Quick.Comparisons[0];

        Assert.NotEqual(Verdict.Faster, Pair(comparison, "Groq", "SambaNova").Verdict);
        Assert.Equal(new RankRange("Groq/m", 1, 2), comparison.Ranks[0]);
        Assert.Equal(new RankRange("SambaNova/m", 1, 2), comparison.Ranks[1]);
        Assert.Equal(new RankRange("AIMLAPI/m", 5, 5), comparison.Ranks[4]);
    }

    [Fact]
    public void From_Headline_NamesTheNearestThatIsShownSlowerWithRatioIntervalAndRuns() =>
        Assert.Matches(
            @"^(Groq|SambaNova) is [23]\.\d× faster to the first token than OpenRouter \([23]\.\d–[23]\.\d\), 12 runs each; not told apart from (Groq|SambaNova)\.$",
            Quick.Headline);

    [Fact]
    public void From_TwoTargets_HeadlineIsOnePlainSentence()
    {
        // Exactly three times in every block: the interval closes on the ratio.
        var facts = Facts(BenchmarkPresets.Quick, ("Groq", ""), ("OpenRouter", ""));
        var samples = Enumerable.Range(0, 12).SelectMany(block => new[] { Sample("Groq", block, 100 + block), Sample("OpenRouter", block, 3 * (100 + block)) });

        Assert.Equal("Groq is 3.0× faster to the first token than OpenRouter (3.0–3.0), 12 runs each.", RunSummary.From(facts, [.. samples]).Headline);
    }

    [Fact]
    public void From_FiveBlocks_AreNotEnoughForAnyVerdict()
    {
        var summary = RunSummary.From(Five, [.. PublishedSamples().Where(sample => sample.Call.Block < 5)]);

        Assert.All(summary.Comparisons[0].Pairs, pair => Assert.Equal(Verdict.NotEnoughRuns, pair.Verdict));
        Assert.Empty(summary.Comparisons[0].Ranks);
        Assert.Equal("Not enough runs for a verdict.", summary.Headline);
    }

    [Fact]
    public void From_SteadyEqualGateways_AreEquivalentWithinTenPercent()
    {
        var facts = Facts(BenchmarkPresets.Quick with { Runs = 40 }, ("A", ""), ("B", ""));
        var comparison = RunSummary.From(facts, [.. LogNormal("A", 200, 0.05, 40, seed: 11), .. LogNormal("B", 200, 0.05, 40, seed: 12)]).Comparisons[0];

        Assert.Equal(Verdict.Equivalent, comparison.Pairs[0].Verdict);
        Assert.Equal($"{Name(comparison.Pairs[0].Faster)} and {Name(comparison.Pairs[0].Slower)} are equivalent within 10 %", comparison.Pairs[0].Words);

        static string Name(string key) => key[..1];
    }

    [Fact]
    public void From_DifferentLabels_AreComparedAsOffered() =>
        Assert.Equal(VariantRule.AsOffered, RunSummary.From(Facts(BenchmarkPresets.Quick, ("A", "Turbo"), ("B", "Instant")), []).Variants);

    [Fact]
    public void From_DifferentModels_HaveNoPairsAndNoWinner()
    {
        var facts = Facts(BenchmarkPresets.Quick, ("A", ""), ("B", ""));
        var different = facts with { Targets = [facts.Targets[0], facts.Targets[1] with { Variant = new ModelVariant("gpt-oss-120b", "") }] };

        var summary = RunSummary.From(different, [.. LogNormal("A", 100, 0.1, 12, 1), .. LogNormal("B", 400, 0.1, 12, 2)]);

        Assert.Equal(VariantRule.Different, summary.Variants);
        Assert.Null(summary.Headline);
        Assert.All(summary.Comparisons, comparison => Assert.Empty(comparison.Pairs));
    }

    [Fact]
    public void From_ATargetThatReasons_MovesTheHeadlineToTheFirstAnswer()
    {
        var facts = Facts(BenchmarkPresets.Quick, ("A", ""), ("B", ""));
        var samples = Enumerable.Range(0, 12).SelectMany(block => new[]
        {
            Sample("A", block, 50 + block, firstAnswer: 900 + block, total: 2_000),
            Sample("B", block, 100 + block),
        });

        var summary = RunSummary.From(facts, [.. samples]);

        Assert.Equal(ComparedMetric.FirstAnswer, summary.HeadlineMetric);
        Assert.StartsWith("B is ", summary.Headline, StringComparison.Ordinal);
        Assert.Contains(summary.Comparisons, comparison => comparison.Metric == ComparedMetric.FirstToken && !comparison.Headline);
    }

    [Fact]
    public void From_TargetThatLosesBlocks_IsComparedOnlyWhereBothSucceededAndSaysSo()
    {
        var samples = PublishedSamples().Select(sample => sample.Call is { TargetKey: "OpenRouter/m", Block: < 3 }
            ? Sample("OpenRouter", sample.Call.Block, 0, outcome: Outcome.Server)
            : sample);

        var pair = Pair(RunSummary.From(Five, [.. samples]).Comparisons[0], "Groq", "OpenRouter");

        Assert.Equal(9, pair.Blocks);
        Assert.True(pair.Conditional);
        Assert.EndsWith("in blocks where both succeeded", pair.Words, StringComparison.Ordinal);
    }

    [Fact]
    public void From_TruncationThatDiffersByMoreThanTenPoints_IsNamed()
    {
        var facts = Facts(BenchmarkPresets.Quick, ("A", ""), ("B", ""));
        IEnumerable<Sample> Samples(int truncated) => Enumerable.Range(0, 12).SelectMany(block => new[]
        {
            Sample("A", block, 100),
            Sample("B", block, 100, outcome: block < truncated ? Outcome.OkLength : Outcome.Ok),
        });

        Assert.Equal(["short"], RunSummary.From(facts, [.. Samples(2)]).TruncationDiffersOn);
        Assert.Empty(RunSummary.From(facts, [.. Samples(1)]).TruncationDiffersOn);
    }

    [Fact]
    public void From_SamplesInAnyOrder_GiveTheSameSummary()
    {
        var reversed = RunSummary.From(Five, [.. PublishedSamples().Reverse()]);

        Assert.Equal(JsonSerializer.Serialize(Quick), JsonSerializer.Serialize(reversed));
    }

    [Fact]
    public void From_AnySummary_SurvivesJson()
    {
        var json = JsonSerializer.Serialize(Quick);

        Assert.Equal(json, JsonSerializer.Serialize(JsonSerializer.Deserialize<RunSummary>(json)));
    }

    [Fact]
    public void From_OneTarget_ComparesNothing() =>
        Assert.Empty(RunSummary.From(Facts(BenchmarkPresets.Quick, ("A", "")), [.. LogNormal("A", 100, 0.1, 12, 1)]).Comparisons);

    [Fact]
    public void From_RunUnderWay_KnowsHowFarItIs()
    {
        var summary = RunSummary.From(Five, [.. PublishedSamples().Take(20)]);

        Assert.Equal(20, summary.Ended);
        Assert.Equal(65, summary.Planned);
    }

    private static IEnumerable<Sample> PublishedSamples() =>
        Published.SelectMany((gateway, i) => LogNormal(gateway.Id, gateway.Median, 0.10, 12, seed: (ulong)(i + 1) * 31));

    private static PairComparison Pair(MetricComparison comparison, string one, string other) =>
        comparison.Pairs.Single(pair => new[] { $"{one}/m", $"{other}/m" }.Order().SequenceEqual(new[] { pair.Faster, pair.Slower }.Order()));
}
