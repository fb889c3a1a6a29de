namespace GatewayDashboard.Core.Pricing;

/// <summary>The sum: a price, a workload and terms in, an estimate out. Pure, and in <see cref="decimal"/> throughout.</summary>
public static class CostCalculator
{
    /// <summary>What a workload costs with an offer that is paid the given way.</summary>
    public static CostEstimate Estimate(ModelPrice price, PayingWay way, Workload workload, PaymentTerms terms)
    {
        ArgumentNullException.ThrowIfNull(price);
        ArgumentNullException.ThrowIfNull(way);
        ArgumentNullException.ThrowIfNull(workload);
        ArgumentNullException.ThrowIfNull(terms);

        CallShape[] calls = [.. workload.Calls()];
        CallCost[] standard = [.. calls.Select(call => CallCost.Of(price, call))];
        CallCost[] batched = workload.BatchShare > 0 ? [.. calls.Select(call => CallCost.Of(price, call, batched: true))] : [];
        if (standard.FirstOrDefault(cost => cost.Missing is not null) is { } unknown)
        {
            return new CostEstimate { Workload = workload, Missing = unknown.Missing };
        }

        CostSum request = Total(standard).Times(1 - workload.BatchShare).Plus(Total(batched).Times(workload.BatchShare));
        decimal discount = terms.Discounts.GetValueOrDefault(price.GatewayId);
        CostSum billed = request.Times(workload.BilledPerRequest * (1 - discount) * terms.RegionFactor);
        var curve = new CostCurve(billed, workload, terms.FeesOf(way), terms.TopUp);
        return new CostEstimate
        {
            Workload = workload,
            Curve = curve,
            Month = curve.At(workload.RequestsPerDay),
            Assumptions = [.. standard.Concat(batched).SelectMany(cost => cost.Assumptions).Distinct()],
            TierFrom = standard.Max(cost => cost.TierFrom),
            Explanation = [.. CostExplanation.Lines(standard, batched, workload, discount, terms.RegionFactor, curve)],
        };
    }

    private static CostSum Total(CallCost[] calls) => calls.Aggregate(CostSum.Zero, (sum, call) => sum.Plus(call.Sum!));
}
