using GatewayDashboard.Core.Benchmarks;
using GatewayDashboard.Core.Gateways;
using GatewayDashboard.Core.Measurement;
using GatewayDashboard.Core.Pricing;
using GatewayDashboard.Core.Spending;

namespace GatewayDashboard.Jobs;

/// <summary>What a run will take, with the prices in force.</summary>
internal static class EstimatedRuns
{
    /// <summary>The estimate for these targets; servers of one's own count as free, like simulated ones.</summary>
    public static BenchmarkEstimate Of(Benchmark benchmark, IReadOnlyList<Target> targets, PriceCatalogue prices) => BenchmarkEstimate.For(
        benchmark,
        [.. targets.Select(target => new EstimateTarget(
            target.Key,
            CallPricing.IsFree(target.Connection) ? Provenance.Simulated : target.Connection.Provenance,
            prices.Find(target.Offer.GatewayId, target.Offer.ModelId)))]);
}
