using System.Collections.Concurrent;
using MathNet.Numerics.Distributions;

namespace GatewayDashboard.Core.Statistics;

/// <summary>Which sorted values bound a quantile, counted from 1, and how surely.</summary>
/// <param name="Lower">Rank of the lower end, or null where none reaches the level.</param>
/// <param name="Upper">Rank of the upper end, or null where none reaches the level.</param>
/// <param name="Level">Exact coverage of both ends, or of the one there is; null where there is none.</param>
public sealed record QuantileRanks(int? Lower, int? Upper, double? Level);

/// <summary>
/// Exact intervals for quantiles: the number of values below the true quantile is binomial whatever the distribution, so two sorted values
/// enclose it with a coverage that can be computed, not estimated.
/// </summary>
public static class OrderStatistics
{
    private static readonly ConcurrentDictionary<(int Count, double Probability, double Level), QuantileRanks> Known = new();

    /// <summary>Ranks of the equal-tailed interval whose coverage is at least <paramref name="level"/>.</summary>
    /// <param name="count">Number of values.</param>
    /// <param name="probability">Which quantile, between 0 and 1.</param>
    /// <param name="level">Least coverage, for example 0.95; each tail gets half of the rest.</param>
    public static QuantileRanks Ranks(int count, double probability, double level = 0.95)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(probability, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(probability, 1);
        return Known.GetOrAdd((count, probability, level), static key => Find(key.Count, key.Probability, key.Level));
    }

    /// <summary>Estimates a quantile of one series.</summary>
    /// <param name="sorted">Ascending values; positive infinity stands for a failure, slower than any success.</param>
    /// <param name="probability">Which quantile, between 0 and 1.</param>
    /// <param name="level">Least coverage.</param>
    public static QuantileEstimate Estimate(ReadOnlySpan<double> sorted, double probability, double level = 0.95)
    {
        var ranks = Ranks(sorted.Length, probability, level);
        var shown = sorted.Length > 0 && (probability == 0.5 || ranks.Upper is not null);
        var lower = At(sorted, ranks.Lower);
        return new()
        {
            Probability = probability,
            Count = sorted.Length,
            Value = shown ? Finite(Quantile.Type7(sorted, probability)) : null,
            Lower = lower,
            Upper = At(sorted, ranks.Upper),
            LowerRank = ranks.Lower,
            UpperRank = ranks.Upper,
            Level = lower is null ? null : ranks.Level,
        };
    }

    private static double? At(ReadOnlySpan<double> sorted, int? rank) => rank is { } place ? Finite(sorted[place - 1]) : null;

    private static double? Finite(double value) => double.IsFinite(value) ? value : null;

    private static QuantileRanks Find(int count, double probability, double level)
    {
        if (count == 0)
        {
            return new(null, null, null);
        }

        // x(l) is a lower end when at least l values lie below the quantile: cumulative(l − 1) is the chance that fewer do.
        var tail = (1 - level) / 2;
        var binomial = new Binomial(probability, count);
        int? lower = null;
        int? upper = null;
        for (var rank = 1; rank <= count; rank++)
        {
            var fewer = binomial.CumulativeDistribution(rank - 1);
            if (fewer <= tail)
            {
                lower = rank;
            }

            if (fewer >= 1 - tail)
            {
                upper = rank;
                break;
            }
        }

        double? coverage = (lower, upper) switch
        {
            (null, null) => null,
            ({ } low, null) => 1 - binomial.CumulativeDistribution(low - 1),
            (null, { } high) => binomial.CumulativeDistribution(high - 1),
            ({ } low, { } high) => binomial.CumulativeDistribution(high - 1) - binomial.CumulativeDistribution(low - 1),
        };
        return new(lower, upper, coverage);
    }
}
