using System.Globalization;

namespace GatewayDashboard.Core.Pricing;

/// <summary>When a row may not win, and what a reader should know about it.</summary>
internal static class RowRules
{
    public static string? WhyUnranked(CostRow row, bool allowStale)
    {
        ModelPrice price = row.Price;
        if (row.IsGone)
        {
            string gone = price.State == OfferState.Retired ? "retired" : "no longer listed";
            return row.Estimate.Missing is null ? $"{gone}, last known price of {Day(price.RetrievedOn)}" : $"{gone}, no price known";
        }

        if (row.Estimate.Missing is { } missing)
        {
            return $"cannot be computed: {missing}";
        }

        if (price.State == OfferState.Unverified)
        {
            return "sources disagree whether it can be called";
        }

        if (TooLong(price, row.Estimate.Workload))
        {
            return $"does not fit its context of {Usd.Count(price.ContextLength!.Value)} tokens";
        }

        if (price.DailyLimit is { } limit && row.Estimate.Workload.CallsPerMonth / row.Estimate.Workload.DaysPerMonth > limit)
        {
            return $"limited to {Usd.Count(limit)} requests a day";
        }

        return row.Age.IsStale && !allowStale ? StaleReason(row.Age) : null;
    }

    public static string StaleReason(PriceAge age) => $"price is {age.Days} days old";

    public static IEnumerable<string> Flags(ModelPrice price, CostEstimate estimate)
    {
        if (price.State is OfferState.Preview or OfferState.Deprecated or OfferState.Unverified)
        {
            yield return price.State.ToString().ToLowerInvariant();
        }

        if (price.Origin == PriceOrigin.Override)
        {
            yield return "own price";
        }

        if (estimate.TierFrom is { } tier)
        {
            yield return $"tier from {Usd.Count(tier)} tokens";
        }

        foreach (string assumption in estimate.Assumptions)
        {
            yield return assumption;
        }
    }

    private static bool TooLong(ModelPrice price, Workload workload) =>
        workload.Calls().Max(call => call.Prompt + call.Output + call.Reasoning) > (price.ContextLength ?? long.MaxValue);

    internal static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
