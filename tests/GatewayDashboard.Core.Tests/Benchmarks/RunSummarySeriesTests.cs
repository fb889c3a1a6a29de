using GatewayDashboard.Core.Benchmarks;
using GatewayDashboard.Core.Completions;
using GatewayDashboard.Core.Measurement;
using GatewayDashboard.Core.Statistics;
using static GatewayDashboard.Core.Tests.Benchmarks.SampleFactory;

namespace GatewayDashboard.Core.Tests.Benchmarks;

public sealed class RunSummarySeriesTests
{
    private static readonly RunFacts One = Facts(BenchmarkPresets.Quick with { Runs = 50 }, ("groq", ""));

    [Fact]
    public void From_FiftyRuns_PrintTheMedianWithItsExactInterval()
    {
        // First tokens of 1, 2, … 50 ms: the interval of the median is x18 to x33.
        var figures = Summarise(Enumerable.Range(1, 50).Select(i => Sample("groq", i, i)));

        Assert.Equal(25.5, figures.FirstToken.Median.Value!.Value, 6);
        Assert.Equal(18, figures.FirstToken.Median.LowerRank);
        Assert.Equal(33, figures.FirstToken.Median.UpperRank);
        Assert.Equal(0.96716, figures.FirstToken.Median.Level!.Value, 5);
        Assert.Equal(25.5, figures.FirstToken.Mean!.Value, 6);
        Assert.Equal(125.5, figures.Total.Median.Value!.Value, 6);
    }

    [Fact]
    public void From_FiftyRuns_BoundP95OnlyFromBelow()
    {
        var figures = Summarise(Enumerable.Range(1, 50).Select(i => Sample("groq", i, i)));

        Assert.Equal(45.1, figures.FirstToken.P90.Value!.Value, 6);
        Assert.NotNull(figures.FirstToken.P90.Interval);
        Assert.Null(figures.FirstToken.P95.Value);
        Assert.Equal(44, figures.FirstToken.P95.AtLeast!.Value, 6);
    }

    [Fact]
    public void From_LongestValue_IsNeverDeleted()
    {
        var figures = Summarise([.. Enumerable.Range(1, 49).Select(i => Sample("groq", i, 100)), Sample("groq", 50, 60_000)]);

        Assert.Equal(50, figures.FirstToken.Count);
        Assert.Equal(60_000, figures.FirstToken.Maximum!.Value, 3);
    }

    [Fact]
    public void From_FailedCall_NeverEntersALatencyAsItsElapsedTime()
    {
        var figures = Summarise(
        [
            .. Enumerable.Range(1, 12).Select(i => Sample("groq", i, 100)),
            Sample("groq", 13, 100, total: 60_000, outcome: Outcome.TimeoutFirstToken),
            Sample("groq", 14, 100, total: 300, outcome: Outcome.Cut),
        ]);

        Assert.Equal(12, figures.FirstToken.Count);
        Assert.Equal(12, figures.Total.Count);
        Assert.Equal(200, figures.Total.Maximum!.Value, 3);
        Assert.Equal(2, figures.Faults);
    }

    [Fact]
    public void From_Failures_RankAboveEverySuccessWhereTheyAreIncluded()
    {
        var figures = Summarise(
        [
            .. Enumerable.Range(1, 40).Select(i => Sample("groq", i, i)),
            .. Enumerable.Range(41, 10).Select(i => Sample("groq", i, 0, outcome: Outcome.Overloaded)),
        ]);

        var median = figures.FirstTokenWithFailures.Single(quantile => quantile.Probability == 0.5);
        var p90 = figures.FirstTokenWithFailures.Single(quantile => quantile.Probability == 0.9);
        Assert.Equal(50, median.Count);
        Assert.Equal(25.5, median.Value!.Value, 6);
        Assert.Null(p90.Value);
        Assert.Equal(20.5, figures.FirstToken.Median.Value!.Value, 6);
    }

    [Theory]
    [InlineData(Outcome.Server, 12.0 / 13)]
    [InlineData(Outcome.RateLimited, 12.0 / 13)]
    [InlineData(Outcome.Empty, 12.0 / 13)]
    [InlineData(Outcome.Filtered, 1.0)]
    [InlineData(Outcome.Auth, 1.0)]
    [InlineData(Outcome.Account, 1.0)]
    [InlineData(Outcome.Cancelled, 1.0)]
    [InlineData(Outcome.Suspect, 1.0)]
    public void From_SuccessRate_CountsOnlyWhatTheGatewayAnswersFor(Outcome outcome, double rate)
    {
        var figures = Summarise([.. Enumerable.Range(1, 12).Select(i => Sample("groq", i, 100)), Sample("groq", 13, 100, outcome: outcome)]);

        Assert.Equal(rate, figures.SuccessRate!.Value, 12);
        Assert.Equal(13, figures.Attempted);
        Assert.Equal(1, figures.Outcomes[outcome]);
        Assert.True(figures.SuccessInterval!.Lower < rate);
    }

    [Fact]
    public void From_SuspectCall_IsCountedAndKeptOut()
    {
        var figures = Summarise([.. Enumerable.Range(1, 12).Select(i => Sample("groq", i, 100)), Sample("groq", 13, 1, outcome: Outcome.Suspect)]);

        Assert.Equal(1, figures.Suspect);
        Assert.Equal(100, figures.FirstToken.Minimum!.Value, 3);
    }

    [Fact]
    public void From_AnswerInOnePiece_CountsForTotalLatencyOnly()
    {
        var figures = Summarise([.. Enumerable.Range(1, 12).Select(i => Sample("groq", i, 100)), Sample("groq", 13, 0, total: 900, outcome: Outcome.NotStream)]);

        Assert.Equal(12, figures.FirstToken.Count);
        Assert.Equal(13, figures.Total.Count);
        Assert.Equal(900, figures.Total.Maximum!.Value, 3);
    }

    [Fact]
    public void From_UnexpectedlyFreshConnection_IsCountedApart()
    {
        var figures = Summarise([.. Enumerable.Range(1, 12).Select(i => Sample("groq", i, 100)), Sample("groq", 13, 100, reused: false, connecting: 80)]);

        Assert.Equal(ConnectionSeries.Warm, figures.Connections);
        Assert.Equal(12, figures.FirstToken.Count);
        Assert.Equal(1, figures.OtherConnections);
        Assert.Equal(13, figures.Succeeded);
    }

    [Fact]
    public void From_OnlyFreshConnections_RunFromTheCall()
    {
        var figures = Summarise(Enumerable.Range(1, 12).Select(i => Sample("groq", i, 100, reused: false, connecting: 80)));

        Assert.Equal(ConnectionSeries.Cold, figures.Connections);
        Assert.Equal(180, figures.FirstToken.Median.Value!.Value, 3);
    }

    [Fact]
    public void From_WarmUp_StandsApart()
    {
        var figures = Summarise([Sample("groq", 0, 2_000, warmUp: true), .. Enumerable.Range(1, 12).Select(i => Sample("groq", i, 100))]);

        Assert.Equal(1, figures.WarmUps);
        Assert.Equal(12, figures.Attempted);
        Assert.Equal(100, figures.FirstToken.Maximum!.Value, 3);
    }

    [Fact]
    public void From_Truncation_IsASuccessWithItsShareShown()
    {
        var figures = Summarise([.. Enumerable.Range(1, 9).Select(i => Sample("groq", i, 100)), .. Enumerable.Range(10, 3).Select(i => Sample("groq", i, 100, outcome: Outcome.OkLength))]);

        Assert.Equal(0.25, figures.TruncatedShare);
        Assert.Equal(12, figures.FirstToken.Count);
    }

    [Fact]
    public void From_UnknownCost_IsCountedAndNeverTakenAsZero()
    {
        var figures = Summarise([Sample("groq", 1, 100, cost: 0.002m), Sample("groq", 2, 100, cost: null)]);

        Assert.Equal(0.002m, figures.CostUsd);
        Assert.Equal(1, figures.CostUnknown);
        Assert.Null(Summarise([Sample("groq", 1, 100, cost: null)]).CostUsd);
    }

    [Fact]
    public void From_Evidence_IsCounted()
    {
        var figures = Summarise([Sample("groq", 1, 100, notes: "disturbed"), Sample("groq", 2, 100)]);

        Assert.Equal(1, figures.Disturbed);
        Assert.Equal(2, figures.KernelClock);
        Assert.Equal(0.1, figures.CoalescedShare!.Value, 12);
        Assert.Equal(24, figures.OutputTokens.Median.Value);
        Assert.Equal(30, figures.InputTokens.Median.Value);
    }

    // 24 tokens in two equal events 60 ms apart: 12 tokens after the first in 0.06 s are 200 a second; 100 + 100/200 s = 600 ms.
    [Fact]
    public void From_StreamedAnswers_HaveASpeedAndModelledTimes()
    {
        var figures = Summarise(Enumerable.Range(1, 12).Select(i => Streamed(Sample("groq", i, 100))));

        Assert.Equal(200, figures.OutputSpeed.Median.Value!.Value, 3);
        Assert.Equal(600, figures.ModelledTo100.Median.Value!.Value, 3);
        Assert.Equal(2_600, figures.ModelledTo500.Median.Value!.Value, 3);

        static Sample Streamed(Sample sample)
        {
            var line = sample.Measurement.Timeline;
            var last = line.FirstToken!.Value + (60 * System.Diagnostics.Stopwatch.Frequency / 1_000);
            TokenEvent[] tokens = [new(line.FirstToken.Value, TokenChannel.Answer, 50, false), new(last, TokenChannel.Answer, 50, false)];
            return sample with { Measurement = sample.Measurement with { Timeline = line with { LastToken = last, Tokens = tokens } } };
        }
    }

    [Fact]
    public void From_NoSamples_KnowsNothingAndSaysSo()
    {
        var figures = Summarise([]);

        Assert.Equal(0, figures.Attempted);
        Assert.Null(figures.SuccessRate);
        Assert.Null(figures.FirstToken.Median.Value);
        Assert.Null(figures.CostUsd);
    }

    [Fact]
    public void From_RisingSeries_IsMarkedUnstableAndWidened()
    {
        // A level that wanders slowly: neighbours resemble each other, so 50 values hold less than 50 values' worth.
        var figures = Summarise(Enumerable.Range(1, 50).Select(i => Sample("groq", i, 100 + (60 * Math.Sin(i / 8.0)))));

        Assert.True(figures.FirstToken.Drift.Unstable);
        Assert.True(figures.FirstToken.Median.Widened);
    }

    [Fact]
    public void From_SampleOfAnotherProvenance_StaysOut() =>
        Assert.Equal(1, Summarise([Sample("groq", 1, 100), Sample("groq", 2, 1, provenance: Provenance.Measured)]).Attempted);

    [Theory]
    [InlineData(50)]
    [InlineData(12)]
    public void From_ThousandSeedsOfAProfile_IntervalsContainItsMedianAtTheirExactLevel(int runs)
    {
        // The simulated gateways' jitter: log-normal, sd of the logarithm 0.10, here around 400 ms.
        var facts = Facts(BenchmarkPresets.Quick with { Runs = runs }, ("groq", ""));
        var contained = Enumerable.Range(1, 1_000).Count(seed =>
        {
            var median = RunSummary.From(facts, [.. LogNormal("groq", 400, 0.10, runs, (ulong)seed * 104_729)]).Series[0].FirstToken.Median;
            return median.Interval!.Contains(400);
        });

        var level = OrderStatistics.Ranks(runs, 0.5).Level!.Value;
        Assert.InRange(contained / 1_000.0, level - 0.015, level + 0.015);
    }

    private static SeriesSummary Summarise(IEnumerable<Sample> samples) => RunSummary.From(One, [.. samples]).Series[0];
}
