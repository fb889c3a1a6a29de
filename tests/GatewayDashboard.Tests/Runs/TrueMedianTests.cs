using System.Diagnostics;
using GatewayDashboard.Core.Benchmarks;
using GatewayDashboard.Core.Statistics;
using GatewayDashboard.Credentials;
using GatewayDashboard.Hosting;
using GatewayDashboard.Live;

namespace GatewayDashboard.Tests.Runs;

/// <summary>The product's main promise on real sockets: what it prints is what the simulated gateways did.</summary>
[Collection(nameof(Undisturbed))]
public sealed class TrueMedianTests
{
    // Four times as fast keeps fifty blocks short; the journal holds the true times at any speed.
    private static readonly Dictionary<string, string> Faster = new() { ["Simulation:TimeScale"] = "4" };

    [Fact]
    public async Task FiftyRuns_OnTheSimulatedGateways_RecoverTheJournalsMedianFirstTokenWithinAQuarterOfAMillisecond()
    {
        await using var server = new RunServer(Faster);
        var benchmark = BenchmarkPresets.Quick with { Runs = 50, Pause = TimeSpan.FromMilliseconds(20) };
        var targets = DefaultTargets.Of(server.Get<ConnectionDirectory>(), simulated: true);

        var view = await server.RunAsync(new(benchmark, targets, Seed: 7), TestContext.Current.CancellationToken);

        var journal = server.Get<Simulation>().Gateways!.Journal;
        Assert.Equal(RunState.Completed, view.Run.State);
        Assert.Equal(5, targets.Count);
        foreach (var target in targets)
        {
            var measured = view.Summary!.Find(target.Key, BenchmarkPrompts.ShortName)!.FirstToken.Median.Value!.Value;
            var entries = view.Samples.Where(sample => sample.Call.TargetKey == target.Key && !sample.Call.WarmUp).Select(sample => journal.Find(sample.Call.Id)!).ToArray();
            Assert.Equal(50, entries.Length);

            // The first token left between two stamps; the truth is known to that width, which on a quiet machine is some 0.02 ms.
            var earliest = Median(entries.Select(entry => Stopwatch.GetElapsedTime(entry.ArrivalTicks, entry.FirstTokenOut!.Value.Before)));
            var latest = Median(entries.Select(entry => Stopwatch.GetElapsedTime(entry.ArrivalTicks, entry.FirstTokenOut!.Value.After)));
            Assert.InRange(measured, earliest - 0.25, latest + 0.25);
        }
    }

    private static double Median(IEnumerable<TimeSpan> times) => Quantile.Type7([.. times.Select(time => time.TotalMilliseconds).Order()], 0.5);
}
