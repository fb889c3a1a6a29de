namespace GatewayDashboard.Core.Pricing;

/// <summary>Finds the numbers of requests a day at which another row becomes the cheapest.</summary>
public static class BreakEven
{
    private const int StepsPerDecade = 24;
    private const int Decades = 7;

    /// <summary>The least and the greatest number of requests a day that are looked at.</summary>
    public static (decimal Least, decimal Greatest) Span { get; } = (1, 10_000_000);

    /// <summary>Requests a day at which a cost curve is drawn: evenly spaced on a logarithmic axis.</summary>
    public static IReadOnlyList<decimal> Grid { get; } =
        [.. Enumerable.Range(0, (Decades * StepsPerDecade) + 1).Select(step => decimal.Round((decimal)Math.Pow(10, (double)step / StepsPerDecade))).Distinct()];

    /// <summary>Who is cheapest from how many requests a day on, from 1 request upwards; empty without curves.</summary>
    public static IReadOnlyList<CheapestFrom> Cheapest(IReadOnlyDictionary<string, CostCurve> curves)
    {
        ArgumentNullException.ThrowIfNull(curves);
        if (curves.Count == 0)
        {
            return [];
        }

        string Winner(decimal requests) =>
            curves.OrderBy(curve => curve.Value.At(requests).Total).ThenBy(curve => curve.Key, StringComparer.Ordinal).First().Key;

        var found = new List<CheapestFrom> { new(Grid[0], Winner(Grid[0])) };
        for (int i = 1; i < Grid.Count; i++)
        {
            string winner = Winner(Grid[i]);
            if (winner == found[^1].Key)
            {
                continue;
            }

            (decimal low, decimal high) = (Grid[i - 1], Grid[i]);
            while (high - low > 1)
            {
                decimal middle = decimal.Floor((low + high) / 2);
                if (Winner(middle) == found[^1].Key)
                {
                    low = middle;
                }
                else
                {
                    high = middle;
                }
            }

            found.Add(new CheapestFrom(high, Winner(high)));
        }

        return found;
    }
}

/// <summary>From here on this row is the cheapest.</summary>
/// <param name="RequestsPerDay">The least whole number of requests a day.</param>
/// <param name="Key">The row's key.</param>
public sealed record CheapestFrom(decimal RequestsPerDay, string Key);
