namespace GatewayDashboard.Core.Statistics;

/// <summary>Holm's step-down correction for several tests at once.</summary>
public static class Holm
{
    /// <summary>Adjusted p values, in the order given.</summary>
    public static double[] Adjust(ReadOnlySpan<double> probabilities)
    {
        var given = probabilities.ToArray();
        var order = Enumerable.Range(0, given.Length).OrderBy(i => given[i]).ToArray();
        var adjusted = new double[given.Length];
        var largest = 0.0;
        for (var step = 0; step < order.Length; step++)
        {
            largest = Math.Max(largest, Math.Min(1, (order.Length - step) * given[order[step]]));
            adjusted[order[step]] = largest;
        }

        return adjusted;
    }
}
