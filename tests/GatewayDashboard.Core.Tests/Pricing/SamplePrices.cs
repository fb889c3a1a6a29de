using GatewayDashboard.Core.Pricing;

namespace GatewayDashboard.Core.Tests.Pricing;

/// <summary>Prices with round numbers, so that every expected sum can be checked in the head.</summary>
internal static class SamplePrices
{
    public static readonly DateOnly Today = new(2026, 11, 24);

    /// <summary>$2 in, $1 cached, $3 written, $10 out per million; nothing else.</summary>
    public static ModelPrice Plain { get; } = new()
    {
        GatewayId = "groq",
        ModelId = "plain",
        CanonicalModel = "m",
        Input = 2,
        CachedInput = 1,
        CacheWrite = 3,
        Output = 10,
        Source = "test",
        RetrievedOn = Today,
    };

    /// <summary>The plain price with a dearer tier from 200,000 prompt tokens on.</summary>
    public static ModelPrice Tiered { get; } = Plain with
    {
        Tiers = [new PriceTier { FromInputTokens = 200_000, Input = 4, CachedInput = 2, CacheWrite = 6, Output = 15 }],
    };

    public static PayingWay Way(string id, string gatewayId) =>
        PayingWays.All.Single(way => way.Id == id && way.GatewayId == gatewayId);

    public static PayingWay NoFee => Way("direct", "groq");
}
