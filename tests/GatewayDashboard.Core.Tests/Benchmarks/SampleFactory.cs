using System.Diagnostics;
using GatewayDashboard.Core.Benchmarks;
using GatewayDashboard.Core.Completions;
using GatewayDashboard.Core.Measurement;
using GatewayDashboard.Core.Statistics;

namespace GatewayDashboard.Core.Tests.Benchmarks;

/// <summary>Samples with known figures: nothing is measured, every tick is set.</summary>
internal static class SampleFactory
{
    private const long Start = 1_000_000_000;

    public static RunFacts Facts(Benchmark benchmark, params (string Id, string Label)[] targets) => new(
        benchmark,
        Seed: 1,
        [.. targets.Select(target => new TargetFacts($"{target.Id}/m", target.Id, new("llama-3.1-8b", target.Label), Provenance.Simulated))]);

    public static Sample Sample(
        string id,
        int block,
        double firstToken,
        double? total = null,
        Outcome outcome = Outcome.Ok,
        string prompt = "short",
        bool warmUp = false,
        bool reused = true,
        double? firstAnswer = null,
        double connecting = 0,
        int? tokens = 24,
        decimal? cost = 0,
        Provenance provenance = Provenance.Simulated,
        params string[] notes)
    {
        var succeeded = outcome is Outcome.Ok or Outcome.OkLength;
        var seen = succeeded || outcome is Outcome.Suspect or Outcome.Cut;
        return new(
            new($"{id}-{prompt}-{block}-{warmUp}", block, warmUp, $"{id}/m", prompt, 0, TimeSpan.Zero, null),
            new()
            {
                RequestId = $"{id}-{prompt}-{block}-{warmUp}",
                Outcome = outcome,
                Clock = ArrivalClock.Kernel,
                Usage = tokens is null ? null : new() { Input = 30, Output = tokens },
                Reads = 10,
                CoalescedReads = 1,
                Notes = notes,
                Timeline = new()
                {
                    Scheduled = Start - Ticks(connecting),
                    Call = Start - Ticks(connecting),
                    Start = Start,
                    FirstToken = seen ? Start + Ticks(firstToken) : null,
                    FirstReasoning = firstAnswer is null ? null : Start + Ticks(firstToken),
                    FirstAnswer = seen ? Start + Ticks(firstAnswer ?? firstToken) : null,
                    Done = Start + Ticks(total ?? (firstToken + 100)),
                    Connection = new() { Reused = reused },
                },
            },
            DateTimeOffset.UnixEpoch,
            DateTimeOffset.UnixEpoch,
            "local",
            provenance,
            cost);
    }

    /// <summary>One log-normal series: median and sd of the logarithm as given.</summary>
    public static IEnumerable<Sample> LogNormal(string id, double median, double deviation, int blocks, ulong seed, string prompt = "short")
    {
        var random = new SeededRandom(seed);
        for (var block = 0; block < blocks; block++)
        {
            // Box and Muller (1958), one of the pair.
            var normal = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
            yield return Sample(id, block, median * Math.Exp(deviation * normal), prompt: prompt);
        }
    }

    private static long Ticks(double milliseconds) => (long)Math.Round(milliseconds * Stopwatch.Frequency / 1_000);
}
