using System.Text.Json;
using System.Text.Json.Nodes;

namespace GatewayDashboard.Core.Requests.Checks;

/// <summary>Walks and rewrites JSON schemas for strict structured output.</summary>
public static class StrictSchema
{
    /// <summary>A response format whose schema is strict: every object closed, every property required, once optional ones nullable.</summary>
    public static JsonObject Format(JsonObject responseFormat)
    {
        ArgumentNullException.ThrowIfNull(responseFormat);
        var format = (JsonObject)responseFormat.DeepClone();
        if (format["json_schema"] is JsonObject { } named && named["schema"] is JsonObject schema)
        {
            foreach (JsonObject part in Objects(schema).ToList())
            {
                Close(part);
            }

            named["strict"] = true;
        }

        return format;
    }

    /// <summary>Every schema in a schema, itself included.</summary>
    public static IEnumerable<JsonObject> All(JsonObject schema)
    {
        ArgumentNullException.ThrowIfNull(schema);
        yield return schema;
        IEnumerable<JsonNode?> inner =
        [
            .. Members(schema["properties"]), .. Members(schema["$defs"]), .. Members(schema["definitions"]), schema["items"],
            .. schema["anyOf"] as JsonArray ?? [], .. schema["oneOf"] as JsonArray ?? [], .. schema["allOf"] as JsonArray ?? [],
        ];
        foreach (JsonObject part in inner.OfType<JsonObject>().SelectMany(All))
        {
            yield return part;
        }
    }

    /// <summary>Those that describe objects.</summary>
    public static IEnumerable<JsonObject> Objects(JsonObject schema) =>
        All(schema).Where(part => part["properties"] is JsonObject || (part["type"] is JsonValue type && type.GetValueKind() == JsonValueKind.String && type.GetValue<string>() == "object"));

    /// <summary>The properties of an object's schema that it does not require.</summary>
    public static IEnumerable<string> NotRequired(JsonObject schema)
    {
        ArgumentNullException.ThrowIfNull(schema);
        HashSet<string> required = [.. (schema["required"] as JsonArray ?? []).Where(name => name?.GetValueKind() == JsonValueKind.String).Select(name => name!.GetValue<string>())];
        return (schema["properties"] as JsonObject ?? []).Select(property => property.Key).Where(name => !required.Contains(name));
    }

    private static void Close(JsonObject schema)
    {
        schema["additionalProperties"] = false;
        if (schema["properties"] is not JsonObject properties)
        {
            return;
        }

        foreach (string name in NotRequired(schema).ToList())
        {
            if (properties[name] is JsonObject property && property["type"] is JsonValue type && type.GetValueKind() == JsonValueKind.String)
            {
                property["type"] = new JsonArray(type.DeepClone(), "null");
            }
        }

        schema["required"] = new JsonArray([.. properties.Select(property => JsonValue.Create(property.Key))]);
    }

    private static IEnumerable<JsonNode?> Members(JsonNode? node) => (node as JsonObject ?? []).Select(member => member.Value);
}
