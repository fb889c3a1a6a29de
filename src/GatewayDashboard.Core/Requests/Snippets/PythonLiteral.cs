using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace GatewayDashboard.Core.Requests.Snippets;

/// <summary>JSON as a Python literal: <c>True</c>, <c>False</c>, <c>None</c>, trailing commas. Strings and numbers are written alike in both.</summary>
internal static class PythonLiteral
{
    public static void Write(StringBuilder text, JsonNode? node, int depth)
    {
        switch (node)
        {
            case JsonObject { Count: > 0 } members:
                text.Append("{\n");
                foreach ((string name, JsonNode? value) in members)
                {
                    text.Append(' ', (depth + 1) * 4).Append(JsonText.Quoted(name)).Append(": ");
                    Write(text, value, depth + 1);
                    text.Append(",\n");
                }

                text.Append(' ', depth * 4).Append('}');
                break;
            case JsonArray { Count: > 0 } items:
                text.Append("[\n");
                foreach (JsonNode? item in items)
                {
                    text.Append(' ', (depth + 1) * 4);
                    Write(text, item, depth + 1);
                    text.Append(",\n");
                }

                text.Append(' ', depth * 4).Append(']');
                break;
            default:
                text.Append(node?.GetValueKind() switch
                {
                    null or JsonValueKind.Null => "None",
                    JsonValueKind.True => "True",
                    JsonValueKind.False => "False",
                    _ => JsonText.Compact(node),
                });
                break;
        }
    }
}
