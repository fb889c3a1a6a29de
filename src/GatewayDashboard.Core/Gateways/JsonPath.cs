using System.Globalization;
using System.Text.Json;

namespace GatewayDashboard.Core.Gateways;

/// <summary>Dotted paths into JSON whose types cannot be trusted: what is missing or of another type is null.</summary>
internal static class JsonPath
{
    public static JsonElement? Find(JsonElement element, string path)
    {
        foreach (Range part in path.AsSpan().Split('.'))
        {
            if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(path.AsSpan(part), out element))
            {
                return null;
            }
        }

        return element;
    }

    public static string? Text(JsonElement element, string? path)
    {
        string? text = path is not null && Find(element, path) is { ValueKind: JsonValueKind.String } found ? found.GetString()?.Trim() : null;
        return string.IsNullOrEmpty(text) || text.Any(char.IsControl) ? null : text;
    }

    public static decimal? Number(JsonElement element, string? path) => path is not null && Find(element, path) is { } found ? Number(found) : null;

    /// <summary>A number, or a string that holds one in the invariant culture.</summary>
    public static decimal? Number(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Number => element.TryGetDecimal(out decimal number) ? number : null,
        JsonValueKind.String => decimal.TryParse(element.GetString(), NumberStyles.Float, CultureInfo.InvariantCulture, out decimal number) ? number : null,
        _ => null,
    };

    public static int? Count(JsonElement element, IReadOnlyList<string> paths)
    {
        foreach (string path in paths)
        {
            if (Number(element, path) is > 0 and <= int.MaxValue and var number)
            {
                return (int)number;
            }
        }

        return null;
    }

    public static IReadOnlyList<string> Texts(JsonElement element, string? path) =>
        path is not null && Find(element, path) is { ValueKind: JsonValueKind.Array } array
            ? [.. array.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()!).Where(text => text.Length is > 0 and <= 256).Take(64)]
            : [];
}
