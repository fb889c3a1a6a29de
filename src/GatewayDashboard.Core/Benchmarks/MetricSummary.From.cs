using GatewayDashboard.Core.Statistics;

namespace GatewayDashboard.Core.Benchmarks;

public sealed partial record MetricSummary
{
    /// <summary>Summarises values in the order of time.</summary>
    internal static MetricSummary From(IEnumerable<double> values, ulong seed)
    {
        var inTime = values.ToArray();
        var sorted = inTime.ToArray();
        Array.Sort(sorted);
        var drift = DriftCheck.Of(inTime);
        var median = OrderStatistics.Estimate(sorted, 0.5);
        return new()
        {
            Count = sorted.Length,
            Median = drift.Unstable && median.Interval is not null ? Widen(median, inTime, seed) : median,
            P90 = OrderStatistics.Estimate(sorted, 0.9),
            P95 = OrderStatistics.Estimate(sorted, 0.95),
            P99 = OrderStatistics.Estimate(sorted, 0.99),
            Mean = sorted.Length == 0 ? null : sorted.Average(),
            Minimum = sorted.Length == 0 ? null : sorted[0],
            Maximum = sorted.Length == 0 ? null : sorted[^1],
            Drift = drift,
        };
    }

    /// <summary>Never narrower than the exact interval: a drifting series holds less information than its length says, not more.</summary>
    private static QuantileEstimate Widen(QuantileEstimate exact, double[] inTime, ulong seed)
    {
        var moving = BlockBootstrap.MovingMedian(inTime, seed);
        var (lower, upper) = (Math.Min(exact.Lower!.Value, moving.Lower), Math.Max(exact.Upper!.Value, moving.Upper));
        return exact with { Lower = lower, Upper = upper, Widened = lower < exact.Lower || upper > exact.Upper };
    }
}
