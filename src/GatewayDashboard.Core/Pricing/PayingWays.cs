namespace GatewayDashboard.Core.Pricing;

/// <summary>The ways of paying that are documented, each with its source and date.</summary>
public static class PayingWays
{
    private const string OpenRouterDocs = "OpenRouter docs, FAQ and BYOK pages";
    private static readonly DateOnly OpenRouterRead = new(2026, 8, 22);

    /// <summary>All of them; the first of a gateway is its default.</summary>
    public static IReadOnlyList<PayingWay> All { get; } =
    [
        new()
        {
            Id = "card", GatewayId = "openrouter", GatewayName = "OpenRouter", Name = "credits by card: 5.5 %, at least $0.80",
            Fees = new GatewayFees { CreditRate = 0.055m, CreditMinimum = 0.80m }, Source = OpenRouterDocs, RetrievedOn = OpenRouterRead,
        },
        new()
        {
            Id = "crypto", GatewayId = "openrouter", GatewayName = "OpenRouter", Name = "credits by crypto: 5 %",
            Fees = new GatewayFees { CreditRate = 0.05m }, Source = OpenRouterDocs, RetrievedOn = OpenRouterRead,
        },
        new()
        {
            Id = "byok", GatewayId = "openrouter", GatewayName = "OpenRouter", Name = "own upstream keys: 5 % above $25,000 a month",
            Fees = new GatewayFees { ByokRate = 0.05m, ByokFreeUsd = 25_000m }, Source = OpenRouterDocs, RetrievedOn = OpenRouterRead,
        },
        new()
        {
            Id = "prepaid",
            GatewayId = "aimlapi",
            GatewayName = "AI/ML API",
            Name = "prepaid credits, mark-up inside the price",
            Source = "AI/ML API docs",
            RetrievedOn = new(2026, 8, 21),
        },
        Direct("together", "Together AI", "per token, no platform fee documented", "Together AI docs", new(2026, 8, 18)),
        Direct("groq", "Groq", "per token", "Groq docs", new(2026, 8, 22)),
        Direct("sambanova", "SambaNova", "per token", "SambaNova Cloud pricing page", new(2026, 10, 7)),
        Direct("baseten", "Baseten", "per token", "Baseten docs", new(2026, 8, 21)),
        Server("litellm", "LiteLLM", "LiteLLM docs", new(2026, 5, 2)),
        Server("portkey", "Portkey", "Portkey docs", new(2026, 8, 21)),
        Server("kong", "Kong AI Gateway", "Kong docs", new(2026, 8, 21)),
        new()
        {
            Id = "portkey-pro", GatewayId = "portkey", GatewayName = "Portkey hosted", Name = "Portkey hosted, Pro: $49 a month with 100,000 calls, $9 per further 100,000", IsFront = true,
            Fees = new GatewayFees { PlanPerMonth = 49, PlanCalls = 100_000, BlockCalls = 100_000, BlockPrice = 9 }, Source = "Portkey docs", RetrievedOn = new(2026, 8, 21),
        },
    ];

    /// <summary>The ways that stand in front of other gateways.</summary>
    public static IReadOnlyList<PayingWay> Fronts { get; } = [.. All.Where(way => way.IsFront)];

    /// <summary>Gateways that sell models, in the order of the list.</summary>
    public static IReadOnlyList<PayingWay> Sellers { get; } = [.. All.Where(way => !way.IsFront).DistinctBy(way => way.GatewayId)];

    /// <summary>The ways of paying at one gateway, its default first; empty where it sells nothing.</summary>
    public static IReadOnlyList<PayingWay> Of(string gatewayId) => [.. All.Where(way => !way.IsFront && way.GatewayId == gatewayId)];

    private static PayingWay Direct(string id, string name, string words, string source, DateOnly read) => new()
    {
        Id = "direct",
        GatewayId = id,
        GatewayName = name,
        Name = words,
        Source = source,
        RetrievedOn = read,
    };

    private static PayingWay Server(string id, string name, string source, DateOnly read) => new()
    {
        Id = id,
        GatewayId = id,
        GatewayName = name,
        Name = $"{name} on own servers, no fee per token",
        IsFront = true,
        UsesOwnServer = true,
        Source = source,
        RetrievedOn = read,
    };
}
