using System.Text.Json;
using System.Text.Json.Nodes;

namespace GatewayDashboard.Core.Requests.Import;

/// <summary>Takes keys out of a body: proxies accept them there, and people paste them into prompts.</summary>
internal static class BodySecrets
{
    private static readonly string[] s_names = ["api_key", "apikey", "apiKey", "authorization", "access_token"];

    public static void Drop(JsonObject body, List<string> secrets)
    {
        foreach (string name in s_names.Where(body.Remove))
        {
            secrets.Add($"the field {name}: dropped, not stored");
        }

        bool found = false;
        Walk(body, ref found);
        if (found)
        {
            secrets.Add("something shaped like a key inside the body: replaced by ***");
        }
    }

    private static void Walk(JsonNode? node, ref bool found)
    {
        switch (node)
        {
            case JsonObject members:
                foreach ((string name, JsonNode? value) in members.ToList())
                {
                    if (Scrubbed(value) is { } text)
                    {
                        members[name] = text;
                        found = true;
                    }

                    Walk(members[name], ref found);
                }

                break;
            case JsonArray items:
                for (int index = 0; index < items.Count; index++)
                {
                    if (Scrubbed(items[index]) is { } text)
                    {
                        items[index] = text;
                        found = true;
                    }

                    Walk(items[index], ref found);
                }

                break;
        }
    }

    private static string? Scrubbed(JsonNode? value) =>
        value is JsonValue && value.GetValueKind() == JsonValueKind.String && KeyLike.IsIn(value.GetValue<string>()) ? KeyLike.Scrub(value.GetValue<string>()) : null;
}
