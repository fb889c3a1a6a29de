namespace GatewayDashboard.Data.Spending;

/// <summary>
/// Money in the ledger: whole numbers of 10⁻¹⁰ USD, so that both databases add and compare it exactly inside one statement
/// and a constraint can hold it. Rounded up: the ledger never says less than the bill.
/// </summary>
internal static class UsdUnits
{
    private const decimal PerUsd = 10_000_000_000m;

    /// <summary>Units of an amount of USD that is not negative.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The amount is below zero or above 900 million USD.</exception>
    public static long From(decimal usd)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(usd);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(usd, 900_000_000m);
        return (long)decimal.Ceiling(usd * PerUsd);
    }

    /// <summary>The amount in USD.</summary>
    public static decimal ToUsd(long units) => units / PerUsd;
}
