using GatewayDashboard.Core.Statistics;

namespace GatewayDashboard.Core.Benchmarks;

/// <summary>One metric of one series. Times are milliseconds, speeds tokens per second. Null means not measurable, never zero.</summary>
public sealed partial record MetricSummary
{
    /// <summary>Values it rests on: successful, comparable calls in which the metric could be measured.</summary>
    public required int Count { get; init; }

    /// <summary>The median with its exact interval; the value is null only where there are no values.</summary>
    public required QuantileEstimate Median { get; init; }

    /// <summary>90th percentile; bounded on both sides from 36 values.</summary>
    public required QuantileEstimate P90 { get; init; }

    /// <summary>95th percentile; bounded on both sides from 72 values.</summary>
    public required QuantileEstimate P95 { get; init; }

    /// <summary>99th percentile; bounded on both sides from 368 values.</summary>
    public required QuantileEstimate P99 { get; init; }

    /// <summary>Arithmetic mean, shown beside the median, or null where there are no values.</summary>
    public double? Mean { get; init; }

    /// <summary>Smallest value, or null.</summary>
    public double? Minimum { get; init; }

    /// <summary>Largest value, or null.</summary>
    public double? Maximum { get; init; }

    /// <summary>Whether the series held still during the run.</summary>
    public required Drift Drift { get; init; }
}
