namespace GatewayDashboard.Core.Statistics;

/// <summary>Point estimates of quantiles.</summary>
public static class Quantile
{
    /// <summary>Hyndman and Fan's type 7, the default of NumPy, R and Excel, so that anybody can repeat the figure.</summary>
    /// <param name="sorted">Ascending values, at least one.</param>
    /// <param name="probability">0 to 1.</param>
    public static double Type7(ReadOnlySpan<double> sorted, double probability)
    {
        ArgumentOutOfRangeException.ThrowIfZero(sorted.Length);
        ArgumentOutOfRangeException.ThrowIfNegative(probability);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(probability, 1);
        var place = (sorted.Length - 1) * probability;
        var below = (int)Math.Floor(place);
        var share = place - below;

        // Without this a value beside an infinite one (a failure) would come out as "not a number".
        return share == 0 ? sorted[below] : sorted[below] + (share * (sorted[below + 1] - sorted[below]));
    }

    /// <summary>The median of values in any order.</summary>
    public static double Median(ReadOnlySpan<double> values)
    {
        var sorted = values.ToArray();
        Array.Sort(sorted);
        return Type7(sorted, 0.5);
    }
}
