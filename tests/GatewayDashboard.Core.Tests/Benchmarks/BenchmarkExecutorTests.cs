using System.Diagnostics;
using GatewayDashboard.Core.Benchmarks;
using GatewayDashboard.Core.Completions;
using GatewayDashboard.Core.Gateways;
using GatewayDashboard.Core.Measurement;
using GatewayDashboard.Core.Spending;

namespace GatewayDashboard.Core.Tests.Benchmarks;

public sealed class BenchmarkExecutorTests
{
    private static readonly Target[] Three = [ScriptedGateways.Target("a"), ScriptedGateways.Target("b"), ScriptedGateways.Target("c")];

    // Small delays keep the tests quick; order and overlap do not depend on their size.
    private static readonly Benchmark Small = BenchmarkPresets.Quick with
    {
        Runs = 4,
        Pause = TimeSpan.FromMilliseconds(5),
        Stagger = TimeSpan.FromMilliseconds(2),
    };

    [Fact]
    public async Task RunAsync_WholePlan_GivesOneSamplePerCallAndNoStop()
    {
        var plan = Plan(Small, Three);
        var (samples, executor) = await Run(new(), plan, Three);

        Assert.Equal(plan.Calls.Select(call => call.Id).Order(), samples.Select(sample => sample.Call.Id).Order());
        Assert.Null(executor.Stop);
        Assert.Empty(executor.StoppedTargets);
    }

    [Fact]
    public async Task RunAsync_SideBySide_EndsABlockBeforeTheNextBegins()
    {
        var gateways = new ScriptedGateways();
        var (samples, _) = await Run(gateways, Plan(Small, Three), Three);

        var blocks = Blocks(samples, gateways);
        for (var i = 1; i < blocks.Length; i++)
        {
            var pause = Stopwatch.GetElapsedTime(blocks[i - 1].Max(call => call.Ended), blocks[i].Min(call => call.Began));
            Assert.True(pause >= TimeSpan.FromMilliseconds(4), $"block {i} began {pause} after the one before ended");
        }

        Assert.True(gateways.MostInFlight > 1);
    }

    [Fact]
    public async Task RunAsync_TargetsOfOneOrigin_GoOneAfterAnotherInsideTheBlock()
    {
        Target[] targets = [ScriptedGateways.Target("a", "https://one.example/a"), ScriptedGateways.Target("b", "https://one.example/b"), ScriptedGateways.Target("c")];
        var gateways = new ScriptedGateways();
        var (samples, _) = await Run(gateways, Plan(Small, targets), targets);

        Assert.All(Blocks(samples, gateways), block =>
        {
            var shared = block.Where(call => call.TargetKey != "c/m").OrderBy(call => call.Began).ToArray();
            Assert.True(shared[1].Began >= shared[0].Ended);
        });
    }

    [Fact]
    public async Task RunAsync_Sequential_HasOneCallInFlight()
    {
        var gateways = new ScriptedGateways();
        await Run(gateways, Plan(Small with { Order = TargetOrder.Sequential }, Three), Three);

        Assert.Equal(1, gateways.MostInFlight);
    }

    [Fact]
    public async Task RunAsync_Concurrent_KeepsTheGivenNumberInFlight()
    {
        Target[] one = [Three[0]];
        var gateways = new ScriptedGateways();
        var (samples, _) = await Run(gateways, Plan(Small with { Order = TargetOrder.Concurrent, Concurrency = 4, Runs = 20 }, one), one);

        Assert.Equal(21, samples.Count);
        Assert.Equal(4, gateways.MostInFlight);
    }

    [Fact]
    public async Task RunAsync_Permits_AreAskedForOncePerBlockBeforeAnyOfItIsSent()
    {
        var gateways = new ScriptedGateways();
        var asked = new List<(int Calls, int SentBefore)>();
        await Run(gateways, Plan(Small, Three), Three, (calls, cancellationToken) =>
        {
            asked.Add((calls.Count, gateways.Calls.Count));
            return ScriptedGateways.Permits(calls, cancellationToken);
        });

        Assert.Equal([(3, 0), (3, 3), (3, 6), (3, 9), (3, 12)], asked);
    }

    [Fact]
    public async Task RunAsync_LedgerRefuses_StopsAtTheBlocksEndAndKeepsWhatWasMeasured()
    {
        var stop = new RunStop(RunStopReason.Budget, "The cap of 0.25 USD would be passed.");
        var blocks = 0;
        var (samples, executor) = await Run(new(), Plan(Small, Three), Three, (calls, cancellationToken) =>
            ++blocks > 2 ? ValueTask.FromResult(BlockPermits.Refused(stop)) : ScriptedGateways.Permits(calls, cancellationToken));

        Assert.Equal(6, samples.Count);
        Assert.Equal(stop, executor.Stop);
    }

    [Fact]
    public async Task RunAsync_CallWithoutPermit_IsNotSent()
    {
        var gateways = new ScriptedGateways();
        var (samples, _) = await Run(gateways, Plan(Small, Three), Three, (calls, _) =>
            ValueTask.FromResult(BlockPermits.Granted(calls.Where(call => call.TargetKey != "b/m").Select(call => new CallPermit(call.Id, 0)))));

        Assert.DoesNotContain(gateways.Calls, call => call.TargetKey == "b/m");
        Assert.Equal(10, samples.Count);
    }

    [Fact]
    public async Task RunAsync_CallsSentEarlier_AreNeverSentAgain()
    {
        var plan = Plan(Small, Three);
        var sent = plan.Calls.Take(7).Select(call => call.Id).ToHashSet();
        var gateways = new ScriptedGateways();

        var (samples, _) = await Run(gateways, plan, Three, finished: sent);

        Assert.Equal(8, samples.Count);
        Assert.Empty(gateways.Calls.Select(call => call.RequestId).Intersect(sent));
    }

    [Theory]
    [InlineData(Outcome.Auth, RunStopReason.Auth)]
    [InlineData(Outcome.Account, RunStopReason.Account)]
    [InlineData(Outcome.Model, RunStopReason.Model)]
    public async Task RunAsync_TargetRefusesForGood_IsLeftOutWhileTheOthersGoOn(Outcome outcome, RunStopReason reason)
    {
        var gateways = new ScriptedGateways { Ending = (key, _) => key == "b/m" ? (outcome, new("no", 401)) : (Outcome.Ok, null) };

        var (samples, executor) = await Run(gateways, Plan(Small, Three), Three);

        Assert.Single(samples, sample => sample.Call.TargetKey == "b/m");
        Assert.Equal(5, samples.Count(sample => sample.Call.TargetKey == "a/m"));
        Assert.Equal(reason, executor.StoppedTargets["b/m"].Reason);
        Assert.Null(executor.Stop);
    }

    [Fact]
    public async Task RunAsync_EveryTargetRefuses_StopsTheRun()
    {
        var (samples, executor) = await Run(new() { Ending = (_, _) => (Outcome.Auth, null) }, Plan(Small, Three), Three);

        Assert.Equal(3, samples.Count);
        Assert.Equal(RunStopReason.NoTargetLeft, executor.Stop!.Reason);
    }

    [Fact]
    public async Task RunAsync_TooManyRequests_WaitsAsLongAsTheGatewayAsked()
    {
        var wait = TimeSpan.FromMilliseconds(250);
        var gateways = new ScriptedGateways { Ending = (_, n) => n == 2 ? (Outcome.RateLimited, new("slow down", 429, RetryAfter: wait)) : (Outcome.Ok, null) };
        Target[] one = [Three[0]];

        await Run(gateways, Plan(Small, one), one);

        Assert.Equal(5, gateways.Calls.Count);
        Assert.True(Stopwatch.GetElapsedTime(gateways.Calls[1].Ended, gateways.Calls[2].Began) >= wait);
    }

    [Fact]
    public async Task RunAsync_NothingButTooManyRequests_GivesUpOnTheTarget()
    {
        var gateways = new ScriptedGateways { Ending = (_, _) => (Outcome.RateLimited, new("slow down", 429, RetryAfter: TimeSpan.FromMilliseconds(1))) };
        Target[] one = [Three[0]];

        var (samples, executor) = await Run(gateways, Plan(Small with { Runs = 12 }, one), one);

        Assert.Equal(5, samples.Count);
        Assert.Equal(RunStopReason.RateLimited, executor.StoppedTargets["a/m"].Reason);
    }

    [Fact]
    public async Task RunAsync_Cancelled_HandsOutWhatWasInFlightAndEndsQuietly()
    {
        using var cancel = new CancellationTokenSource();
        var executor = Executor(new ScriptedGateways { Takes = TimeSpan.FromSeconds(30) }.StreamAsync);
        cancel.CancelAfter(150);

        var samples = await executor.RunAsync(Plan(Small, Three), Three, ScriptedGateways.Permits, null, cancel.Token)
            .ToListAsync(TestContext.Current.CancellationToken);

        Assert.Equal(3, samples.Count);
        Assert.All(samples, sample => Assert.Equal(Outcome.Cancelled, sample.Measurement.Outcome));
        Assert.Equal(RunStopReason.Cancelled, executor.Stop!.Reason);
    }

    [Fact]
    public async Task RunAsync_ReaderWalksAway_SendsNothingMore()
    {
        var gateways = new ScriptedGateways();
        await foreach (var _ in Executor(gateways.StreamAsync).RunAsync(Plan(Small, Three), Three, ScriptedGateways.Permits, null, TestContext.Current.CancellationToken))
        {
            break;
        }

        var sent = gateways.Calls.Count;
        await Task.Delay(60, TestContext.Current.CancellationToken);
        Assert.Equal(sent, gateways.Calls.Count);
    }

    [Fact]
    public async Task RunAsync_BugInTheLedger_ReachesTheReader() => await Assert.ThrowsAsync<InvalidOperationException>(() =>
        Run(new(), Plan(Small, Three), Three, (_, _) => throw new InvalidOperationException("bug")));

    [Fact]
    public async Task RunAsync_Request_CarriesTheNonceBeforeThePrompt()
    {
        var gateways = new ScriptedGateways();
        var (samples, _) = await Run(gateways, Plan(Small, Three), Three);

        var request = gateways.Calls[0].Request;
        var call = samples.First(sample => sample.Call.Id == gateways.Calls[0].RequestId).Call;
        Assert.Equal($"{call.Nonce}\n{BenchmarkPrompts.ShortText}", Assert.Single(request.Messages).Content);
        Assert.Equal(64, request.MaxTokens);
        Assert.Equal(0.7, request.Temperature);
        Assert.True(request.Stream);
    }

    [Fact]
    public async Task RunAsync_Cost_IsZeroForSimulatedAndAskedForOtherwise()
    {
        Target[] targets = [Three[0], ScriptedGateways.Target("s", provenance: Provenance.Simulated)];
        var (samples, _) = await Run(new(), Plan(Small, targets), targets);

        Assert.All(samples, sample => Assert.Equal(sample.Call.TargetKey == "s/m" ? 0m : 0.001m, sample.CostUsd));
    }

    private static BenchmarkPlan Plan(Benchmark benchmark, Target[] targets) => BenchmarkPlan.Create(benchmark, PlanTarget.From(targets), seed: 1);

    private static BenchmarkExecutor Executor(StreamCall stream) => new(TimeProvider.System, stream, (_, _) => 0.001m);

    private static async Task<(List<Sample> Samples, BenchmarkExecutor Executor)> Run(
        ScriptedGateways gateways, BenchmarkPlan plan, Target[] targets, ReserveBlock? permits = null, IReadOnlySet<string>? finished = null)
    {
        var executor = Executor(gateways.StreamAsync);
        var samples = await executor.RunAsync(plan, targets, permits ?? ScriptedGateways.Permits, finished, TestContext.Current.CancellationToken)
            .ToListAsync(TestContext.Current.CancellationToken);
        return (samples, executor);
    }

    private static ScriptedGateways.Served[][] Blocks(List<Sample> samples, ScriptedGateways gateways)
    {
        var served = gateways.Calls.ToDictionary(call => call.RequestId);
        return [.. samples.GroupBy(sample => sample.Call.Block).OrderBy(block => block.Key).Select(block => block.Select(sample => served[sample.Call.Id]).ToArray())];
    }
}
