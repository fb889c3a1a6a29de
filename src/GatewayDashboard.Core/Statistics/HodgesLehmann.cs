namespace GatewayDashboard.Core.Statistics;

/// <summary>A shift between two paired series.</summary>
/// <param name="Value">The median of all pairwise means of the differences.</param>
/// <param name="Interval">Its interval, or null where the blocks give none (below 6 at 95 %).</param>
public sealed record Shift(double Value, Interval? Interval);

/// <summary>Hodges and Lehmann's estimate of a shift, with the interval that inverts the signed-rank test.</summary>
public static class HodgesLehmann
{
    /// <summary>Estimates the shift from one difference per block, at least one.</summary>
    /// <param name="differences">The differences, in any order.</param>
    /// <param name="level">Least coverage of the interval.</param>
    public static Shift Estimate(ReadOnlySpan<double> differences, double level = 0.95)
    {
        ArgumentOutOfRangeException.ThrowIfZero(differences.Length);
        var sorted = differences.ToArray();
        Array.Sort(sorted);
        var means = (long)sorted.Length * (sorted.Length + 1) / 2;
        var value = (KthMean(sorted, (means + 1) / 2) + KthMean(sorted, (means / 2) + 1)) / 2;
        var critical = Critical(sorted.Length, (1 - level) / 2);
        if (critical is not { } most)
        {
            return new(value, null);
        }

        var coverage = 1 - (2 * SignedRank.AtMost(sorted.Length, most));
        return new(value, new(KthMean(sorted, most + 1), KthMean(sorted, means - most), coverage));
    }

    /// <summary>Largest sum whose lower tail is at most <paramref name="tail"/>, or null where even 0 is too likely.</summary>
    private static int? Critical(int count, double tail)
    {
        if (SignedRank.AtMost(count, 0) > tail)
        {
            return null;
        }

        var (low, high) = (0, (int)Math.Min(int.MaxValue, (long)count * (count + 1) / 4));
        while (low < high)
        {
            var middle = low + ((high - low + 1) / 2);
            (low, high) = SignedRank.AtMost(count, middle) <= tail ? (middle, high) : (low, middle - 1);
        }

        return low;
    }

    /// <summary>The k-th smallest mean of two (equal or different) values, found by halving: n(n+1)/2 means need not be held in memory.</summary>
    private static double KthMean(double[] sorted, long k)
    {
        var (low, high) = (sorted[0], sorted[^1]);
        if (MeansUpTo(sorted, low) >= k)
        {
            return low;
        }

        var tolerance = 1e-13 * Math.Max(Math.Abs(low), Math.Abs(high));
        while (high - low > tolerance)
        {
            var middle = low + ((high - low) / 2);
            (low, high) = MeansUpTo(sorted, middle) >= k ? (low, middle) : (middle, high);
        }

        return high;
    }

    private static long MeansUpTo(double[] sorted, double limit)
    {
        var count = 0L;
        var partner = sorted.Length - 1;
        for (var i = 0; i < sorted.Length; i++)
        {
            while (partner >= i && sorted[i] + sorted[partner] > 2 * limit)
            {
                partner--;
            }

            if (partner < i)
            {
                break;
            }

            count += partner - i + 1;
        }

        return count;
    }
}
