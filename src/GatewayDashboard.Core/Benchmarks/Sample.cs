using GatewayDashboard.Core.Measurement;

namespace GatewayDashboard.Core.Benchmarks;

/// <summary>One call's outcome within a run.</summary>
/// <param name="Call">The planned call.</param>
/// <param name="Measurement">What was measured.</param>
/// <param name="StartedAt">Wall clock at the start, a label only.</param>
/// <param name="EndedAt">Wall clock at the end, a label only.</param>
/// <param name="Vantage">Where it was measured from; <c>local</c> unless a worker's region is set.</param>
/// <param name="Provenance">Live, custom address or simulated.</param>
/// <param name="CostUsd">What it cost, or null where unknown.</param>
public sealed record Sample(
    PlannedCall Call,
    CallMeasurement Measurement,
    DateTimeOffset StartedAt,
    DateTimeOffset EndedAt,
    string Vantage,
    Provenance Provenance,
    decimal? CostUsd);
