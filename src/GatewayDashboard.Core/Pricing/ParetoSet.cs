namespace GatewayDashboard.Core.Pricing;

/// <summary>Picks the offers that no other beats in both cost and speed.</summary>
public static class ParetoSet
{
    /// <summary>The items for which no other is at least as good in both and better in one, cheapest first. Lower is better in cost; in the other as told.</summary>
    public static IReadOnlyList<T> Of<T>(IEnumerable<T> items, Func<T, decimal> cost, Func<T, double> value, bool lowerIsBetter)
    {
        ArgumentNullException.ThrowIfNull(items);
        T[] all = [.. items];
        double Worth(T item) => lowerIsBetter ? -value(item) : value(item);
        bool Beats(T a, T b) => cost(a) <= cost(b) && Worth(a) >= Worth(b) && (cost(a) < cost(b) || Worth(a) > Worth(b));
        return [.. all.Where(item => !all.Any(other => Beats(other, item))).OrderBy(cost)];
    }
}
