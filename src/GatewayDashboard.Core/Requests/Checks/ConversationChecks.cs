using System.Text.Json;
using System.Text.Json.Nodes;

namespace GatewayDashboard.Core.Requests.Checks;

/// <summary>A conversation that cannot be right: nobody speaks, an unknown role, a tool's result nobody asked for.</summary>
internal static class ConversationChecks
{
    public static IEnumerable<RequestFinding> Check(RequestDraft draft)
    {
        if (draft.Body["messages"] is not JsonArray { Count: > 0 } messages)
        {
            yield return new(FindingLevel.Error, "messages", "At least one message is needed.");
            yield break;
        }

        HashSet<string> asked = [];
        for (int index = 0; index < messages.Count; index++)
        {
            foreach (RequestFinding finding in CheckOne(messages[index], index, asked))
            {
                yield return finding;
            }
        }
    }

    private static IEnumerable<RequestFinding> CheckOne(JsonNode? node, int index, HashSet<string> asked)
    {
        string field = $"messages[{index}]";
        if (node is not JsonObject raw)
        {
            yield return new(FindingLevel.Error, field, $"Message {index + 1} is not an object.");
            yield break;
        }

        DraftMessage message = DraftMessage.Read(raw);
        if (!DraftMessage.Roles.Contains(message.Role) && message.Role != "function")
        {
            yield return new(FindingLevel.Error, field, message.Role.Length == 0 ? $"Message {index + 1} has no role." : $"Message {index + 1} has the role \"{message.Role}\", which no gateway knows.");
        }

        if (raw["tool_calls"] is JsonArray calls)
        {
            asked.UnionWith(calls.OfType<JsonObject>().Select(call => call["id"]).Where(id => id?.GetValueKind() == JsonValueKind.String).Select(id => id!.GetValue<string>()));
        }

        if (message.Role == "tool" && (message.ToolCallId is not { } id || !asked.Contains(id)))
        {
            yield return new(FindingLevel.Error, field, $"Message {index + 1} is a tool's result, but no message before it asks for that call.");
        }

        bool empty = message.Text.Length == 0 && message.Images.Count == 0 && raw["content"] is null or JsonValue;
        if (empty && !raw.ContainsKey("tool_calls") && message.Text.Length == 0)
        {
            yield return new(FindingLevel.Warning, field, $"Message {index + 1} is empty; some gateways refuse that.");
        }
    }
}
