using MathNet.Numerics.Distributions;

namespace GatewayDashboard.Core.Statistics;

/// <summary>Looks for dependence in a series: intervals assume that a value tells nothing about the next.</summary>
public static class DriftCheck
{
    private const double MostAutocorrelation = 0.3;
    private const double LeastTrendProbability = 0.01;

    /// <summary>Checks values in the order of time.</summary>
    public static Drift Of(ReadOnlySpan<double> values)
    {
        if (values.Length < 3)
        {
            return new(null, null, null, Unstable: false);
        }

        var correlation = Autocorrelation(values);
        var (trend, probability) = MannKendall(values);

        // Below 43 values 0.3 is within what chance alone gives in one series of twenty (1.96/√n), so it must be beyond that too.
        var limit = Math.Max(MostAutocorrelation, 1.96 / Math.Sqrt(values.Length));
        var unstable = Math.Abs(correlation ?? 0) > limit || probability < LeastTrendProbability;
        return new(correlation, trend, probability, unstable);
    }

    private static double? Autocorrelation(ReadOnlySpan<double> values)
    {
        // Rounding in the mean would make a series of equal values look perfectly dependent.
        if (values.IndexOfAnyExcept(values[0]) < 0)
        {
            return null;
        }

        var mean = 0.0;
        foreach (var value in values)
        {
            mean += value / values.Length;
        }

        var (together, alone) = (0.0, 0.0);
        for (var i = 0; i < values.Length; i++)
        {
            alone += (values[i] - mean) * (values[i] - mean);
            together += i == 0 ? 0 : (values[i] - mean) * (values[i - 1] - mean);
        }

        return together / alone;
    }

    /// <summary>Kendall's τ-a against time with the normal limit of its distribution, corrected for ties and continuity.</summary>
    private static (double Trend, double Probability) MannKendall(ReadOnlySpan<double> values)
    {
        var n = values.Length;
        var variance = n * (n - 1.0) * ((2.0 * n) + 5);
        var tied = 0L;
        foreach (var count in values.ToArray().GroupBy(value => value).Select(same => same.LongCount()).Where(count => count > 1))
        {
            variance -= count * (count - 1.0) * ((2.0 * count) + 5);
            tied += count * (count - 1) / 2;
        }

        // Rising pairs − falling pairs = all − tied − 2 · falling.
        var pairs = (long)n * (n - 1) / 2;
        var sum = pairs - tied - (2 * FallingPairs(values.ToArray(), new double[n]));
        var z = variance > 0 ? Math.Max(0, Math.Abs(sum) - 1) / Math.Sqrt(variance / 18) : 0;
        return ((double)sum / pairs, Math.Min(1, 2 * Normal.CDF(0, 1, -z)));
    }

    /// <summary>Pairs in which the later value is smaller, counted while merging; sorts the values.</summary>
    private static long FallingPairs(Span<double> values, Span<double> merged)
    {
        if (values.Length < 2)
        {
            return 0;
        }

        var half = values.Length / 2;
        var left = values[..half];
        var right = values[half..];
        var falling = FallingPairs(left, merged[..half]) + FallingPairs(right, merged[half..]);
        var (i, j) = (0, 0);
        for (var k = 0; k < merged.Length; k++)
        {
            if (j == right.Length || (i < left.Length && left[i] <= right[j]))
            {
                merged[k] = left[i++];
            }
            else
            {
                merged[k] = right[j++];
                falling += left.Length - i;
            }
        }

        merged.CopyTo(values);
        return falling;
    }
}
