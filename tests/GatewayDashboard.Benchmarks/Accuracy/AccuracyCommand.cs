using System.Diagnostics;
using System.Globalization;
using GatewayDashboard.Core.Completions;
using GatewayDashboard.Core.Measurement;

namespace GatewayDashboard.Benchmarks.Accuracy;

/// <summary>Measures the measurer: concurrent streams of 100 tokens/s through the real client, against what the simulator knows.</summary>
internal static class AccuracyCommand
{
    private const double MedianTarget = 0.1, P99Target = 0.25, GapTarget = 0.05, FirstCallTarget = 1;

    public static async Task<int> RunAsync(HarnessOptions options)
    {
        await using var simulator = await SimulatorProcess.StartAsync();
        await GatewayClient.WarmUpAsync();
        var load = new StreamLoad(simulator);
        // Whatever the path looks like to a fresh process is what its first user sees: nothing of ours runs before it but the warm-up.
        var missed = await FirstCallAsync(load) > FirstCallTarget;

        ArrivalClock[] clocks = options.KernelOnly ? [ArrivalClock.Kernel] : [ArrivalClock.Kernel, ArrivalClock.User];
        foreach (var level in options.Levels)
        {
            foreach (var clock in clocks)
            {
                var met = false;
                for (var round = 0; round < options.Rounds; round++)
                {
                    var busy = ProcessorTime.Read();
                    var figures = await load.RunAsync(level, clock);
                    Print(level, clock, figures, ProcessorTime.ShareSince(busy));
                    met |= figures is { FirstToken: { Median: <= MedianTarget, P99: <= P99Target }, Total: { Median: <= MedianTarget, P99: <= P99Target }, InterToken.P99: <= GapTarget };
                }

                missed |= clock == ArrivalClock.Kernel && !met;
            }
        }

        Console.WriteLine(missed ? "A target was missed." : "All targets were met.");
        return missed && options.Check ? 1 : 0;
    }

    private static async Task<double> FirstCallAsync(StreamLoad load)
    {
        var (measurement, truth) = await load.OneAsync();
        var error = Math.Abs(measurement.Timeline.FirstToken!.Value - truth.Tokens[0].Middle) * 1000.0 / Stopwatch.Frequency;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"first call of the process: first-token error {error:0.000} ms (clock {measurement.Clock}); target {FirstCallTarget} ms"));
        return error;
    }

    private static void Print(int level, ArrivalClock clock, LevelFigures figures, double busy)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{level} streams of 100 tokens/s, clock asked: {clock}; machine {busy:P0} busy on {Environment.ProcessorCount} cores; coalesced reads {100.0 * figures.Coalesced / Math.Max(1, figures.Reads):0.0} %; calls not on the kernel clock {figures.NotKernel}; left out {figures.Missing}"));
        Console.WriteLine(figures.FirstToken);
        Console.WriteLine(figures.FirstTokenAlone);
        Console.WriteLine(figures.InterToken);
        Console.WriteLine(figures.Total);
        Console.WriteLine(figures.RoundTrip);
    }
}
