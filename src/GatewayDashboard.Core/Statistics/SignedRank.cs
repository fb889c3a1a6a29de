using System.Collections.Concurrent;
using MathNet.Numerics.Distributions;

namespace GatewayDashboard.Core.Statistics;

/// <summary>
/// How the sum of positive ranks is distributed when within each block the labels of two targets are exchanged at random: Wilcoxon's
/// signed-rank distribution. The test and the interval both rest on it, so that they can never contradict each other.
/// </summary>
internal static class SignedRank
{
    /// <summary>Up to here the distribution is counted out; above, the test samples it and the interval uses its normal limit.</summary>
    internal const int MostExact = 200;

    private static readonly ConcurrentDictionary<int, double[]> Cumulative = new();

    /// <summary>Chance that the sum is at most <paramref name="sum"/> for <paramref name="count"/> untied, non-zero differences.</summary>
    public static double AtMost(int count, int sum)
    {
        if (sum < 0)
        {
            return 0;
        }

        if (count > MostExact)
        {
            var mean = count * (count + 1.0) / 4;
            var deviation = Math.Sqrt(count * (count + 1.0) * ((2.0 * count) + 1) / 24);
            return Normal.CDF(mean, deviation, sum + 0.5);
        }

        var table = Cumulative.GetOrAdd(count, static n => CountOut([.. Enumerable.Range(1, n)]));
        return table[Math.Min(sum, table.Length - 1)];
    }

    /// <summary>Cumulative chances of every sum when each rank counts with probability one half.</summary>
    internal static double[] CountOut(ReadOnlySpan<int> ranks)
    {
        var total = 0;
        foreach (var rank in ranks)
        {
            total += rank;
        }

        var chances = new double[total + 1];
        chances[0] = 1;
        var reached = 0;
        foreach (var rank in ranks)
        {
            reached += rank;
            for (var sum = reached; sum >= 0; sum--)
            {
                chances[sum] = 0.5 * (chances[sum] + (sum >= rank ? chances[sum - rank] : 0));
            }
        }

        for (var sum = 1; sum < chances.Length; sum++)
        {
            chances[sum] += chances[sum - 1];
        }

        return chances;
    }
}
