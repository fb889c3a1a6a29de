using System.Text.Json;
using System.Text.Json.Nodes;

namespace GatewayDashboard.Core.Requests.Checks;

/// <summary>Infers a strict schema from a sample of the JSON wanted.</summary>
public static class SchemaFromSample
{
    /// <summary>The schema of a value; an array is described by its first item, null by nothing but its type.</summary>
    public static JsonObject Infer(JsonNode? sample) => sample switch
    {
        JsonObject members => new JsonObject
        {
            ["type"] = "object",
            ["properties"] = new JsonObject(members.Select(member => KeyValuePair.Create(member.Key, (JsonNode?)Infer(member.Value)))),
            ["required"] = new JsonArray([.. members.Select(member => JsonValue.Create(member.Key))]),
            ["additionalProperties"] = false,
        },
        JsonArray items => new JsonObject { ["type"] = "array", ["items"] = items.Count > 0 ? Infer(items[0]) : [] },
        _ => new JsonObject { ["type"] = TypeOf(sample) },
    };

    private static string TypeOf(JsonNode? value) => value?.GetValueKind() switch
    {
        JsonValueKind.String => "string",
        JsonValueKind.True or JsonValueKind.False => "boolean",
        JsonValueKind.Number => value.ToJsonString().AsSpan().IndexOfAny(".eE") < 0 ? "integer" : "number",
        _ => "null",
    };
}
