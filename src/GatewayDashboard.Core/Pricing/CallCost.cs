using static GatewayDashboard.Core.Pricing.CostPart;

namespace GatewayDashboard.Core.Pricing;

/// <summary>What one call costs by an offer's price.</summary>
public sealed record CallCost
{
    private const decimal PerMillion = 0.000001m;

    /// <summary>The amount by part; null where a price that the call needs is unknown.</summary>
    public CostSum? Sum { get; private init; }

    /// <summary>USD in total; null where a price that the call needs is unknown.</summary>
    public decimal? Usd => Sum?.Total;

    /// <summary>Which price is missing, for example <c>no cache-write price</c>; null where none is.</summary>
    public string? Missing { get; private init; }

    /// <summary>The price lines behind the amount.</summary>
    public IReadOnlyList<CallCostLine> Lines { get; private init; } = [];

    /// <summary>What was assumed, in sentences.</summary>
    public IReadOnlyList<string> Assumptions { get; private init; } = [];

    /// <summary>The tier that applied, by its lower border in tokens; null where the plain price did.</summary>
    public long? TierFrom { get; private init; }

    /// <summary>The cost of a call from the counts a gateway reported: billed input with its cached part, and billed output with its reasoning part.</summary>
    public static CallCost OfUsage(ModelPrice price, long input, long cached, long output, long reasoning) => Of(price, new CallShape
    {
        Uncached = Math.Max(0, input - cached),
        Cached = Math.Min(cached, input),
        Output = Math.Max(0, output - reasoning),
        Reasoning = Math.Min(reasoning, output),
    });

    /// <summary>The cost of a call. The whole call is billed at the tier its prompt falls in.</summary>
    public static CallCost Of(ModelPrice price, CallShape call, bool batched = false)
    {
        ArgumentNullException.ThrowIfNull(price);
        PriceTier? tier = price.Tiers.Where(t => t.FromInputTokens <= call.Prompt).MaxBy(t => t.FromInputTokens);
        var assumptions = new List<string>();
        decimal batch = batched ? price.BatchShare ?? 1 : 1;
        if (batched && price.BatchShare is null)
        {
            assumptions.Add("no batch price known: batched requests at the full price");
        }

        decimal? input = tier?.Input ?? price.Input;
        decimal? output = tier?.Output ?? price.Output;
        decimal? cached = tier?.CachedInput ?? price.CachedInput;
        if (cached is null && call.Cached > 0)
        {
            assumptions.Add("no cache price known: cached input at the full price");
        }

        decimal cachedBatch = cached is null || price.BatchStacksWithCache ? batch : 1;
        (CostPart Part, long Count, decimal? Price, decimal Scale, string Word)[] parts =
        [
            (UncachedInput, call.Uncached, input * batch, PerMillion, "input price"),
            (CostPart.CachedInput, call.Cached, (cached ?? input) * cachedBatch, PerMillion, "input price"),
            (CacheWrite, call.CacheWrite, (tier?.CacheWrite ?? price.CacheWrite) * batch, PerMillion, "cache-write price"),
            (Output, call.Output, output * batch, PerMillion, "output price"),
            (Reasoning, call.Reasoning, (price.Reasoning ?? output) * batch, PerMillion, "output price"),
            (RequestFees, 1, price.PerRequest ?? 0, 1, ""),
            (RequestFees, call.Images, price.PerImage ?? 0, 1, ""),
        ];

        foreach ((_, long count, decimal? unit, _, string word) in parts)
        {
            if (count > 0 && unit is null)
            {
                return new CallCost { Missing = $"no {word}" };
            }
        }

        CallCostLine[] lines =
        [
            .. parts.Where(p => p.Count > 0 && (p.Price > 0 || p.Scale == PerMillion))
                .Select(p => new CallCostLine(p.Part, p.Count, p.Price!.Value, p.Scale == PerMillion, p.Count * p.Price.Value * p.Scale)),
        ];
        return new CallCost
        {
            Sum = lines.Aggregate(CostSum.Zero, (sum, line) => sum.Plus(line.Part, line.Usd)),
            Lines = lines,
            Assumptions = assumptions,
            TierFrom = tier?.FromInputTokens,
        };
    }
}

/// <summary>One product in the sum.</summary>
/// <param name="Part">What it is for.</param>
/// <param name="Count">Tokens, requests or images.</param>
/// <param name="UnitPrice">USD per million where <paramref name="IsPerMillion"/>, else USD each.</param>
/// <param name="IsPerMillion">Whether the price is per million.</param>
/// <param name="Usd">The product.</param>
public sealed record CallCostLine(CostPart Part, long Count, decimal UnitPrice, bool IsPerMillion, decimal Usd);
