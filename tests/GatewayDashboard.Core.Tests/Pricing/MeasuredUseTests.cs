using GatewayDashboard.Core.Benchmarks;
using GatewayDashboard.Core.Completions;
using GatewayDashboard.Core.Measurement;
using GatewayDashboard.Core.Pricing;

namespace GatewayDashboard.Core.Tests.Pricing;

public sealed class MeasuredUseTests
{
    private static Sample Call(int input, int output, int reasoning = 0, int cached = 0, Outcome outcome = Outcome.Ok, bool warmUp = false, bool reported = true) => new(
        new PlannedCall("id", 0, warmUp, "groq/plain", "short", 0, TimeSpan.Zero, null),
        new CallMeasurement
        {
            RequestId = "id",
            Outcome = outcome,
            Timeline = new CallTimeline(),
            Clock = ArrivalClock.User,
            Usage = reported ? new TokenUsage { Input = input, Output = output, Reasoning = reasoning, CachedInput = cached } : null,
        },
        default, default, "local", Provenance.Simulated, null);

    [Fact]
    public void Of_Calls_TakesMediansWithReasoningApartFromOutput()
    {
        MeasuredUse use = MeasuredUse.Of([Call(100, 50, 20, 10), Call(200, 80, 30, 20), Call(300, 110, 40, 30)])!;

        Assert.Equal((3, 200L, 20L, 50L, 30L), (use.Calls, use.Input, use.Cached, use.Output, use.Reasoning));
    }

    [Fact]
    public void Of_Calls_TakesTheTenthAndNinetiethPercentileAsTheRange()
    {
        // 0, 100, … 1,000: the median is 500, the percentiles 100 and 900
        MeasuredUse use = MeasuredUse.Of(Enumerable.Range(0, 11).Select(i => Call(i * 100, 10)))!;

        Assert.Equal(new TokenRange(0.2m, 1.8m, 1, 1), use.Range);
    }

    [Fact]
    public void Of_FaultsAmongTheCalls_CountsTheirShareAndLeavesOurOwnStopsOut()
    {
        MeasuredUse use = MeasuredUse.Of([Call(1, 1), Call(1, 1), Call(1, 1), Call(0, 0, outcome: Outcome.RateLimited), Call(0, 0, outcome: Outcome.Cancelled)])!;

        Assert.Equal(0.25m, use.FailedShare);
    }

    [Fact]
    public void Of_WarmUpAndCallsWithoutUsage_SayNothing() =>
        Assert.Null(MeasuredUse.Of([Call(100, 50, warmUp: true), Call(100, 50, reported: false)]));

    [Fact]
    public void Apply_ToAWorkload_KeepsItsRequests()
    {
        Workload workload = MeasuredUse.Of([Call(100, 50, cached: 40)])!.Apply(new Workload { RequestsPerDay = 77, CacheWriteTokens = 5, Turns = 4 });

        Assert.Equal((77m, 100L, 40L, 0L, 50L, 1), (workload.RequestsPerDay, workload.InputTokens, workload.CachedTokens, workload.CacheWriteTokens, workload.OutputTokens, workload.Turns));
    }
}
