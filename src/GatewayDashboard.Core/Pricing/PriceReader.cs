using System.Globalization;
using System.Text.Json;

namespace GatewayDashboard.Core.Pricing;

/// <summary>Reads the price of one item of a models list, as each gateway documents it, into USD per million tokens.</summary>
public static class PriceReader
{
    private const decimal Million = 1_000_000m;

    // Dearer than any published price by two orders: beyond it a unit was mistaken.
    private const decimal Implausible = 100_000m;

    /// <summary>The shape a gateway's models list has.</summary>
    public static PriceShape ShapeOf(string gatewayId) => gatewayId switch
    {
        "openrouter" or "groq" or "sambanova" or "baseten" => PriceShape.UsdPerToken,
        "together" => PriceShape.UsdPerMillion,
        "aimlapi" => PriceShape.Units,
        "litellm" => PriceShape.LiteLlm,
        _ => PriceShape.None,
    };

    /// <summary>Reads an item's price; null where it names none or names one that cannot be (negative, not a number, beyond any plausible price).</summary>
    public static PublishedPrice? Read(PriceShape shape, JsonElement item)
    {
        PublishedPrice? price = shape switch
        {
            PriceShape.UsdPerToken => PerToken(Child(item, "pricing")),
            PriceShape.UsdPerMillion => PerMillion(Child(item, "pricing")),
            PriceShape.Units => UnitPrices.Read(Child(Child(item, "pricing"), "units")),
            PriceShape.LiteLlm => LiteLlm(Child(item, "model_info")),
            PriceShape.CentsPerToken => Cents(Child(Child(item, "pricing_config"), "pay_as_you_go")),
            _ => null,
        };
        return price is null || (price.Input is null && price.Output is null) ? null : price;
    }

    private static PublishedPrice? PerToken(JsonElement? pricing) => pricing is not { } p ? null : new PublishedPrice
    {
        Unit = "USD per token",
        Input = Scaled(p, "prompt", Million),
        Output = Scaled(p, "completion", Million),
        CachedInput = Scaled(p, "input_cache_read", Million),
        CacheWrite = Scaled(p, "input_cache_write", Million),
        Reasoning = Positive(Scaled(p, "internal_reasoning", Million)),
        PerRequest = Positive(Scaled(p, "request", 1)),
        PerImage = Positive(Scaled(p, "image", 1)),
    };

    private static PublishedPrice? PerMillion(JsonElement? pricing) => pricing is not { } p ? null : new PublishedPrice
    {
        Unit = "USD per million tokens",
        Input = Scaled(p, "input", 1),
        Output = Scaled(p, "output", 1),
        CachedInput = Scaled(p, "cached_input", 1),
    };

    private static PublishedPrice? LiteLlm(JsonElement? info) => info is not { } i ? null : new PublishedPrice
    {
        Unit = "USD per token",
        Input = Scaled(i, "input_cost_per_token", Million),
        Output = Scaled(i, "output_cost_per_token", Million),
        CachedInput = Scaled(i, "cache_read_input_token_cost", Million),
        CacheWrite = Scaled(i, "cache_creation_input_token_cost", Million),
        Reasoning = Scaled(i, "output_cost_per_reasoning_token", Million),
    };

    private static PublishedPrice? Cents(JsonElement? plan) => plan is not { } p ? null : new PublishedPrice
    {
        Unit = "US cents per token",
        Input = Scaled(Child(p, "request_token"), "price", Million / 100),
        Output = Scaled(Child(p, "response_token"), "price", Million / 100),
        CachedInput = Positive(Scaled(Child(p, "cache_read_input_token"), "price", Million / 100)),
        CacheWrite = Positive(Scaled(Child(p, "cache_write_input_token"), "price", Million / 100)),
    };

    // Lists write 0 for a fee that does not exist: there it means "none", not "free reasoning".
    private static decimal? Positive(decimal? value) => value > 0 ? value : null;

    private static decimal? Scaled(JsonElement? parent, string name, decimal factor) => Scaled(Child(parent, name), factor);

    internal static decimal? Scaled(JsonElement? value, decimal factor)
    {
        decimal? raw = value switch
        {
            { ValueKind: JsonValueKind.Number } number => number.TryGetDecimal(out decimal d) ? d : null,
            { ValueKind: JsonValueKind.String } text => decimal.TryParse(text.GetString(), NumberStyles.Float, CultureInfo.InvariantCulture, out decimal d) ? d : null,
            _ => null,
        };
        return raw is >= 0 and <= Implausible && raw * factor <= Implausible ? raw * factor : null;
    }

    internal static JsonElement? Child(JsonElement? parent, string name) =>
        parent is { ValueKind: JsonValueKind.Object } p && p.TryGetProperty(name, out JsonElement child) ? child : null;
}
