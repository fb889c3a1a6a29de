using System.Text.Json;

namespace GatewayDashboard.Core.Pricing;

/// <summary>Reads <c>units[]</c>, where every entry says what it counts, its price and per how many.</summary>
internal static class UnitPrices
{
    public static PublishedPrice? Read(JsonElement? units)
    {
        if (units is not { ValueKind: JsonValueKind.Array } list)
        {
            return null;
        }

        var price = new PublishedPrice { Unit = "USD per stated number of tokens" };
        foreach (JsonElement unit in list.EnumerateArray())
        {
            string name = Text(unit, "name");
            if (!Text(unit, "measure").Contains("token", StringComparison.OrdinalIgnoreCase) || PerMillion(unit) is not { } amount)
            {
                continue;
            }

            // First match wins: later entries of the same name are higher tiers whose border the list does not give.
            price = Kind(name) switch
            {
                UnitKind.CachedInput => price with { CachedInput = price.CachedInput ?? amount },
                UnitKind.CacheWrite => price with { CacheWrite = price.CacheWrite ?? amount },
                UnitKind.Input => price with { Input = price.Input ?? amount },
                UnitKind.Output => price with { Output = price.Output ?? amount },
                _ => price,
            };
        }

        return price;
    }

    private static UnitKind Kind(string name)
    {
        bool Has(string part) => name.Contains(part, StringComparison.OrdinalIgnoreCase);
        return Has("cache") ? (Has("write") || Has("creat") ? UnitKind.CacheWrite : UnitKind.CachedInput)
            : Has("input") || Has("prompt") ? UnitKind.Input
            : Has("output") || Has("completion") ? UnitKind.Output
            : UnitKind.Other;
    }

    private static decimal? PerMillion(JsonElement unit) =>
        PriceReader.Child(unit, "per") is { ValueKind: JsonValueKind.Number } per && per.TryGetDecimal(out decimal count) && count > 0
            ? PriceReader.Scaled(PriceReader.Child(unit, "price"), 1_000_000m / count)
            : null;

    private static string Text(JsonElement unit, string name) =>
        PriceReader.Child(unit, name) is { ValueKind: JsonValueKind.String } text ? text.GetString() ?? "" : "";

    private enum UnitKind
    {
        Other,
        Input,
        Output,
        CachedInput,
        CacheWrite,
    }
}
