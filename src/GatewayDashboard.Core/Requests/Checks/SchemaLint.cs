using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace GatewayDashboard.Core.Requests.Checks;

/// <summary>A response schema against what strict structured output demands.</summary>
public static partial class SchemaLint
{
    private const string Path = "response_format.json_schema";
    private const string Source = "OpenAI structured outputs guide";
    private static readonly DateOnly s_asOf = new(2026, 8, 31);
    private static readonly string[] s_unsupported = ["minLength", "maxLength", "pattern", "format", "minimum", "maximum", "multipleOf", "minItems", "maxItems", "uniqueItems", "default", "patternProperties", "minProperties", "maxProperties"];

    /// <summary>The findings of a draft's response format; none where it asks for no schema.</summary>
    public static IEnumerable<RequestFinding> Check(RequestDraft draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        if (draft.Field("response_format") is not JsonObject format || Text(format["type"]) != "json_schema")
        {
            yield break;
        }

        if (format["json_schema"] is not JsonObject named)
        {
            yield return new(FindingLevel.Error, Path, "response_format of type json_schema needs json_schema with a name and a schema.", Source, s_asOf);
            yield break;
        }

        if (Text(named["name"]) is not { } name || !Name().IsMatch(name))
        {
            yield return new(FindingLevel.Error, Path + ".name", "The schema's name must have 1 to 64 letters, digits, underscores or dashes.", Source, s_asOf);
        }

        if (named["schema"] is not JsonObject schema)
        {
            yield return new(FindingLevel.Error, Path + ".schema", "The schema is missing.", Source, s_asOf);
            yield break;
        }

        if (Text(schema["type"]) != "object")
        {
            yield return new(FindingLevel.Error, Path + ".schema", "The root of the schema must be of type object.", Source, s_asOf);
        }

        if (named["strict"]?.GetValueKind() == JsonValueKind.True)
        {
            foreach (RequestFinding finding in StrictFaults(schema))
            {
                yield return finding;
            }
        }
    }

    private static IEnumerable<RequestFinding> StrictFaults(JsonObject schema)
    {
        var fix = new RequestFix("Make it strict", draft => draft.With("response_format", StrictSchema.Format((JsonObject)draft.Field("response_format")!)));
        if (StrictSchema.Objects(schema).Any(o => o["additionalProperties"]?.GetValueKind() != JsonValueKind.False || StrictSchema.NotRequired(o).Any()))
        {
            yield return new(FindingLevel.Error, Path + ".schema", "A strict schema lists every property as required and allows no additional ones; an optional one is a union with null.", Source, s_asOf, fix);
        }

        string[] words = [.. StrictSchema.All(schema).SelectMany(o => s_unsupported.Where(o.ContainsKey)).Distinct()];
        if (words.Length > 0)
        {
            yield return new(FindingLevel.Warning, Path + ".schema", $"Not every strict implementation knows {string.Join(", ", words)}; put the rule into the description instead.", Source, s_asOf);
        }
    }

    private static string? Text(JsonNode? node) => node?.GetValueKind() == JsonValueKind.String ? node.GetValue<string>() : null;

    [GeneratedRegex("^[A-Za-z0-9_-]{1,64}$")]
    private static partial Regex Name();
}
