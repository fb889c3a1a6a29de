using System.Diagnostics;
using GatewayDashboard.Core.Benchmarks;
using GatewayDashboard.Core.Gateways;
using GatewayDashboard.Core.Statistics;
using GatewayDashboard.Credentials;
using GatewayDashboard.Hosting;
using GatewayDashboard.Live;
using GatewayDashboard.Simulator.Journals;

namespace GatewayDashboard.Tests.Runs;

/// <summary>The product's main promise on real sockets: what it prints is what the simulated gateways did.</summary>
public sealed class TrueMedianTests
{
    // Four times as fast keeps fifty blocks short; the journal holds the true times at any speed.
    private static readonly Dictionary<string, string> Faster = new() { ["Simulation:TimeScale"] = "4" };

    // A test machine may be busy with other things for the length of a run; a client that is wrong is wrong in every attempt.
    private const int Attempts = 3;

    [Fact]
    public async Task FiftyRuns_OnTheSimulatedGateways_RecoverTheJournalsMedianFirstTokenWithinAQuarterOfAMillisecond()
    {
        await using var alone = await MachineToOneself.WaitAsync(TestContext.Current.CancellationToken);
        await using var server = new RunServer(Faster);
        var targets = DefaultTargets.Of(server.Get<ConnectionDirectory>(), simulated: true);
        Assert.Equal(5, targets.Count);

        var errors = await ErrorsAsync(server, targets);
        for (var attempt = 1; attempt < Attempts && errors.Any(error => error > 0.25); attempt++)
        {
            errors = await ErrorsAsync(server, targets);
        }

        Assert.All(errors, error => Assert.InRange(error, 0, 0.25));
    }

    private static async Task<IReadOnlyList<double>> ErrorsAsync(RunServer server, IReadOnlyList<Target> targets)
    {
        var benchmark = BenchmarkPresets.Quick with { Runs = 50, Pause = TimeSpan.FromMilliseconds(20) };
        var view = await server.RunAsync(new(benchmark, targets, Seed: 7), TestContext.Current.CancellationToken);
        var journal = server.Get<Simulation>().Gateways!.Journal;
        Assert.Equal(RunState.Completed, view.Run.State);
        return [.. targets.Select(target => Error(view, target, journal))];
    }

    /// <summary>How far the printed median lies outside what the journal knows, ms; 0 inside. The first token left between two stamps, on a quiet machine some 0.02 ms apart.</summary>
    private static double Error(RunView view, Target target, Journal journal)
    {
        var measured = view.Summary!.Find(target.Key, BenchmarkPrompts.ShortName)!.FirstToken.Median.Value!.Value;
        var entries = view.Samples.Where(sample => sample.Call.TargetKey == target.Key && !sample.Call.WarmUp).Select(sample => journal.Find(sample.Call.Id)!).ToArray();
        Assert.Equal(50, entries.Length);
        var earliest = Median(entries.Select(entry => Stopwatch.GetElapsedTime(entry.ArrivalTicks, entry.FirstTokenOut!.Value.Before)));
        var latest = Median(entries.Select(entry => Stopwatch.GetElapsedTime(entry.ArrivalTicks, entry.FirstTokenOut!.Value.After)));
        return Math.Max(0, Math.Max(earliest - measured, measured - latest));
    }

    private static double Median(IEnumerable<TimeSpan> times) => Quantile.Type7([.. times.Select(time => time.TotalMilliseconds).Order()], 0.5);
}
