using System.Text.Json;
using GatewayDashboard.Core.Completions;

namespace GatewayDashboard.Core.Gateways;

/// <summary>Reads models lists of any layout in <see cref="ModelsListShape"/>. Whatever a gateway sends, the answer is a value.</summary>
public static class ModelsListParser
{
    /// <summary>Most rows kept; the longest known list has below 1,000.</summary>
    public const int MostModels = 20_000;

    private const int LongestId = 256;

    /// <summary>Reads a reply's body.</summary>
    public static ModelsList Parse(ModelsListShape shape, ReadOnlyMemory<byte> body)
    {
        ReadOnlySpan<byte> text = body.Span.TrimStart(" \t\r\n\uFEFF"u8);
        if (text.IsEmpty)
        {
            return Wrong("The models list is empty: the reply has no body.");
        }

        if (text[0] == (byte)'<')
        {
            return Wrong("The models list is an HTML page, not JSON.", "Check the base URL: it usually ends in /v1.");
        }

        try
        {
            using JsonDocument document = JsonDocument.Parse(body, new JsonDocumentOptions { MaxDepth = 64, AllowTrailingCommas = true });
            return Rows(shape, document.RootElement) is { } rows
                ? Read(shape, rows)
                : Wrong(shape.Root is null ? "The models list is not an array." : $"The models list has no array \"{shape.Root}\".", "Check the base URL and the kind of gateway.");
        }
        catch (JsonException fault)
        {
            return Wrong($"The models list is not JSON (line {fault.LineNumber + 1}).", "Check the base URL: it usually ends in /v1.");
        }
        catch (InvalidOperationException)
        {
            return Wrong("The models list holds text that is not valid UTF-8.");
        }
    }

    // A vendor that changes between a bare array and an envelope is still read.
    private static JsonElement? Rows(ModelsListShape shape, JsonElement root)
    {
        if (root.ValueKind == JsonValueKind.Array)
        {
            return root;
        }

        JsonElement? rows = JsonPath.Find(root, shape.Root ?? "data");
        return rows is { ValueKind: JsonValueKind.Array } ? rows : null;
    }

    private static ModelsList Read(ModelsListShape shape, JsonElement rows)
    {
        List<ListedModel> models = [];
        HashSet<string> seen = new(StringComparer.Ordinal);
        int skipped = 0;
        foreach (JsonElement row in rows.EnumerateArray())
        {
            string? id = JsonPath.Text(row, shape.Id);
            if (id is null || id.Length > LongestId || models.Count == MostModels || !seen.Add(id))
            {
                skipped++;
                continue;
            }

            if (shape.Active is null || JsonPath.Find(row, shape.Active) is not { ValueKind: JsonValueKind.False })
            {
                models.Add(ListedModelReader.Read(shape, row, id));
            }
        }

        return models.Count == 0 && skipped > 0
            ? Wrong("No row of the models list has an id.", "Check the kind of gateway.")
            : new ModelsList(Outcome.Ok, models, null, skipped);
    }

    private static ModelsList Wrong(string message, string? hint = null) =>
        ModelsList.Failed(Outcome.Decode, new CallFault(message, Hint: hint));
}
