using System.Globalization;
using System.Text.Json;

namespace GatewayDashboard.Core.Gateways;

/// <summary>Reads one row and brings its prices to USD per million tokens.</summary>
internal static class ListedModelReader
{
    // Above this a price is a mistake in the list or in its unit: better unknown than wrong.
    private const decimal HighestPerMillion = 1_000_000m;

    public static ListedModel Read(ModelsListShape shape, JsonElement row, string id)
    {
        var units = Units(shape, row);
        string? type = JsonPath.Text(row, shape.Type);
        return new ListedModel
        {
            Id = id,
            Aliases = JsonPath.Texts(row, shape.Aliases),
            Name = JsonPath.Text(row, shape.Name),
            ContextLength = JsonPath.Count(row, shape.Context),
            MaxOutput = JsonPath.Count(row, shape.MaxOutput),
            Input = units.Input ?? PerMillion(JsonPath.Number(row, shape.Input), shape.Unit),
            Output = units.Output ?? PerMillion(JsonPath.Number(row, shape.Output), shape.Unit),
            CachedInput = units.Cached ?? PerMillion(JsonPath.Number(row, shape.CachedInput), shape.Unit),
            CacheWrite = PerMillion(JsonPath.Number(row, shape.CacheWrite), shape.Unit),
            PerRequest = Believable(JsonPath.Number(row, shape.PerRequest)),
            PerImage = Believable(JsonPath.Number(row, shape.PerImage)),
            InputModalities = JsonPath.Texts(row, shape.InputModalities),
            OutputModalities = JsonPath.Texts(row, shape.OutputModalities),
            IsChat = type is null || shape.ChatTypes.Contains(type, StringComparer.OrdinalIgnoreCase),
            EndsOn = Day(JsonPath.Text(row, shape.Expires)),
        };
    }

    /// <summary>The price as USD per million tokens; null where it is unknown or cannot be one (negative ones mark "depends").</summary>
    internal static decimal? PerMillion(decimal? price, PriceUnit unit)
    {
        // Checked before the multiplication, which could overflow.
        if (Believable(price) is not { } believable)
        {
            return null;
        }

        return unit switch
        {
            PriceUnit.UsdPerToken => Believable(believable * 1_000_000m),
            PriceUnit.CentsPerToken => Believable(believable * 10_000m),
            PriceUnit.UsdPerMillion => believable,
            _ => null,
        };
    }

    private static decimal? Believable(decimal? price) => price is >= 0 and <= HighestPerMillion ? price : null;

    private static (decimal? Input, decimal? Output, decimal? Cached) Units(ModelsListShape shape, JsonElement row)
    {
        (decimal? Input, decimal? Output, decimal? Cached) prices = default;
        if (shape.Units is null || JsonPath.Find(row, shape.Units) is not { ValueKind: JsonValueKind.Array } units)
        {
            return prices;
        }

        foreach (JsonElement unit in units.EnumerateArray())
        {
            string name = JsonPath.Text(unit, "name") ?? "";
            bool tokens = JsonPath.Text(unit, "measure")?.Contains("token", StringComparison.OrdinalIgnoreCase) ?? true;
            decimal? price = JsonPath.Number(unit, "price");
            decimal? per = JsonPath.Number(unit, "per") ?? 1;
            if (!tokens || Believable(price) is not { } believable || per is not (>= 1 and <= 1_000_000_000))
            {
                continue;
            }

            decimal? million = Believable(believable * (1_000_000m / per.Value));
            if (name.Contains("cache", StringComparison.OrdinalIgnoreCase))
            {
                prices.Cached ??= name.Contains("write", StringComparison.OrdinalIgnoreCase) ? null : million;
            }
            else if (name.Contains("input", StringComparison.OrdinalIgnoreCase) || name.Contains("prompt", StringComparison.OrdinalIgnoreCase))
            {
                prices.Input ??= million;
            }
            else if (name.Contains("output", StringComparison.OrdinalIgnoreCase) || name.Contains("completion", StringComparison.OrdinalIgnoreCase))
            {
                prices.Output ??= million;
            }
        }

        return prices;
    }

    private static DateOnly? Day(string? text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset when) ? DateOnly.FromDateTime(when.UtcDateTime) : null;
}
