using GatewayDashboard.Core.Measurement;

namespace GatewayDashboard.Core.Pricing;

/// <summary>Our estimate beside what gateways said they billed, over the calls where both are known.</summary>
/// <param name="Calls">Calls compared.</param>
/// <param name="EstimatedUsd">What the price list makes of their reported tokens.</param>
/// <param name="BilledUsd">What the gateway reported as their cost.</param>
/// <param name="Skipped">Calls without a reported cost, without token counts or without a price.</param>
public sealed record BilledCheck(int Calls, decimal EstimatedUsd, decimal BilledUsd, int Skipped)
{
    /// <summary>A larger share of difference than this is worth a warning.</summary>
    public const decimal Tolerance = 0.05m;

    /// <summary>Estimate over bill, less 1; null where nothing was billed.</summary>
    public decimal? Difference => BilledUsd > 0 ? (EstimatedUsd / BilledUsd) - 1 : null;

    /// <summary>Whether they differ by more than 5 %.</summary>
    public bool Differs => Difference is { } difference ? Math.Abs(difference) > Tolerance : EstimatedUsd != BilledUsd;

    /// <summary>Compares own calls. Tokens that a call does not report as cached or reasoning count as plain ones.</summary>
    public static BilledCheck Of(IEnumerable<(ModelPrice? Price, TokenUsage Usage)> calls)
    {
        ArgumentNullException.ThrowIfNull(calls);
        var check = new BilledCheck(0, 0, 0, 0);
        foreach ((ModelPrice? price, TokenUsage usage) in calls)
        {
            decimal? estimate = price is null || usage.Input is null || usage.Output is null
                ? null
                : CallCost.OfUsage(price, usage.Input.Value, usage.CachedInput ?? 0, usage.Output.Value, usage.Reasoning ?? 0).Usd;
            check = estimate is { } usd && usage.CostUsd is { } billed
                ? check with { Calls = check.Calls + 1, EstimatedUsd = check.EstimatedUsd + usd, BilledUsd = check.BilledUsd + billed }
                : check with { Skipped = check.Skipped + 1 };
        }

        return check;
    }
}
