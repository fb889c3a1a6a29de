using GatewayDashboard.Core.Statistics;

namespace GatewayDashboard.Core.Tests.Statistics;

/// <summary>2,000 seeded trials each: how often what we print holds, when the truth is known.</summary>
public sealed class CoverageSimulationTests
{
    private const int Trials = 2_000;

    // The true quantiles have no closed form: they are read off a million draws of the same kind.
    private static readonly double[] Population = [.. Spiked(new SeededRandom(99), 1_000_000).Order()];

    [Theory]
    [InlineData(12, 0.5)]
    [InlineData(50, 0.5)]
    [InlineData(50, 0.9)]
    [InlineData(100, 0.95)]
    public void OrderStatisticInterval_LogNormalWithSpikes_CoversAtItsExactLevel(int count, double probability)
    {
        var truth = Quantile.Type7(Population, probability);
        var covered = 0;
        for (var trial = 0; trial < Trials; trial++)
        {
            var values = Spiked(Seeded(trial), count);
            Array.Sort(values);
            covered += OrderStatistics.Estimate(values, probability).Interval!.Contains(truth) ? 1 : 0;
        }

        var level = OrderStatistics.Ranks(count, probability).Level!.Value;
        Assert.InRange((double)covered / Trials, level - 0.015, level + 0.015);
    }

    [Theory]
    [InlineData(12)]
    [InlineData(50)]
    public void RatioInterval_SharedDriftAndSpikes_CoversTheTrueRatio(int blocks)
    {
        var covered = 0;
        for (var trial = 0; trial < Trials; trial++)
        {
            var (first, second) = Pair(Seeded(trial), blocks, ratio: 1.3);
            covered += PairedComparison.Compare(first, second, seed: 1).RatioInterval!.Contains(1.3) ? 1 : 0;
        }

        Assert.InRange((double)covered / Trials, 0.93, 0.97);
    }

    [Fact]
    public void PermutationTest_EqualTargetsUnderSharedDrift_FindsAFalseDifferenceInAtMostSixOfAHundred()
    {
        var found = 0;
        for (var trial = 0; trial < Trials; trial++)
        {
            var (first, second) = Pair(Seeded(trial), blocks: 50, ratio: 1);
            found += PairedComparison.Compare(first, second, seed: 1).P <= 0.05 ? 1 : 0;
        }

        Assert.InRange((double)found / Trials, 0.03, 0.06);
    }

    [Fact]
    public void BlockBootstrap_RatioOfMeansOfPairedBlocks_CoversTheTruth()
    {
        var covered = 0;
        for (var trial = 0; trial < Trials; trial++)
        {
            var (first, second) = Pair(Seeded(trial), blocks: 60, ratio: 1.3);
            double[] differences = [.. first.Zip(second, (one, other) => Math.Log(other / one))];
            var interval = BlockBootstrap.Interval(
                60,
                rows =>
                {
                    var sum = 0.0;
                    foreach (var row in rows)
                    {
                        sum += differences[row];
                    }

                    return Math.Exp(sum / rows.Length);
                },
                seed: (ulong)trial,
                draws: 400);
            covered += interval.Contains(1.3) ? 1 : 0;
        }

        Assert.InRange((double)covered / Trials, 0.93, 0.97);
    }

    [Fact]
    public void BlockBootstrap_MedianOfOneSeries_CoversTheTruth()
    {
        var covered = 0;
        for (var trial = 0; trial < Trials; trial++)
        {
            var interval = BlockBootstrap.Median(Normals(Seeded(trial), 60), seed: (ulong)trial, length: 1, draws: 400);
            covered += interval.Contains(0) ? 1 : 0;
        }

        Assert.InRange((double)covered / Trials, 0.93, 0.97);
    }

    /// <summary>Median 400 ms, sd of log 0.25, one call in twenty three times as long.</summary>
    private static double[] Spiked(SeededRandom random, int count)
    {
        var values = Normals(random, count);
        for (var i = 0; i < count; i++)
        {
            values[i] = 400 * Math.Exp(0.25 * values[i]) * (random.NextDouble() < 0.05 ? 3 : 1);
        }

        return values;
    }

    /// <summary>Two latencies per block under one slow drift of 20 % (sd of log, autocorrelation 0.98), own jitter 25 %, spikes of their own.</summary>
    private static (double[] First, double[] Second) Pair(SeededRandom random, int blocks, double ratio)
    {
        var noise = Normals(random, 3 * blocks);
        var (first, second) = (new double[blocks], new double[blocks]);
        var drift = 0.2 * noise[0];
        for (var block = 0; block < blocks; block++)
        {
            drift = (0.98 * drift) + (0.2 * Math.Sqrt(1 - (0.98 * 0.98)) * noise[3 * block]);
            first[block] = 400 * Math.Exp(drift + (0.25 * noise[(3 * block) + 1])) * (random.NextDouble() < 0.05 ? 3 : 1);
            second[block] = 400 * ratio * Math.Exp(drift + (0.25 * noise[(3 * block) + 2])) * (random.NextDouble() < 0.05 ? 3 : 1);
        }

        return (first, second);
    }

    private static SeededRandom Seeded(int trial) => new(0xC0FFEEUL + ((ulong)trial * 7_919));

    private static double[] Normals(SeededRandom random, int count)
    {
        var normals = new double[count];
        for (var i = 0; i < count; i += 2)
        {
            // Box and Muller (1958).
            var radius = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble()));
            var (sine, cosine) = Math.SinCos(2 * Math.PI * random.NextDouble());
            normals[i] = radius * cosine;
            if (i + 1 < count)
            {
                normals[i + 1] = radius * sine;
            }
        }

        return normals;
    }
}
