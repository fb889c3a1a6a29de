using System.Text;
using System.Text.Json;
using GatewayDashboard.Simulator.Serving;

namespace GatewayDashboard.Simulator.Answers;

/// <summary>What the simulator reads of a chat completion request.</summary>
/// <param name="Model">The model asked for; empty where the body names none.</param>
/// <param name="Stream">Whether a stream is wanted.</param>
/// <param name="IncludeUsage"><c>stream_options.include_usage</c>.</param>
/// <param name="MaxTokens">The output limit, or null for none.</param>
/// <param name="PromptTokens">Tokens of all messages, by the simulator's own count.</param>
/// <param name="PromptWords">Words of all messages.</param>
internal sealed record ChatRequest(string Model, bool Stream, bool IncludeUsage, int? MaxTokens, int PromptTokens, int PromptWords)
{
    public static ChatRequest Parse(byte[] body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            return Read(json.RootElement);
        }
        catch (JsonException broken)
        {
            throw new RequestRefusedException(400, $"The body is not valid JSON (line {broken.LineNumber + 1}).");
        }
        catch (InvalidOperationException)
        {
            throw new RequestRefusedException(400, "A field of the body has the wrong type.");
        }
    }

    private static ChatRequest Read(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("messages", out var messages) || messages.ValueKind != JsonValueKind.Array || messages.GetArrayLength() == 0)
        {
            throw new RequestRefusedException(400, "'messages' must be a list with at least one message.");
        }

        var prompt = new StringBuilder();
        foreach (var message in messages.EnumerateArray())
        {
            Append(prompt, message);
        }

        var text = prompt.ToString();
        var includeUsage = root.TryGetProperty("stream_options", out var options) && options.ValueKind == JsonValueKind.Object && Flag(options, "include_usage");
        var model = root.TryGetProperty("model", out var named) && named.ValueKind == JsonValueKind.String ? named.GetString()! : "";
        return new ChatRequest(model, Flag(root, "stream"), includeUsage, Limit(root), Prose.CountTokens(text), Prose.CountWords(text));
    }

    private static void Append(StringBuilder prompt, JsonElement message)
    {
        if (message.ValueKind != JsonValueKind.Object || !message.TryGetProperty("content", out var content))
        {
            return;
        }

        if (content.ValueKind == JsonValueKind.String)
        {
            prompt.Append(content.GetString()).Append('\n');
        }
        else if (content.ValueKind == JsonValueKind.Array)
        {
            foreach (var part in content.EnumerateArray())
            {
                if (part.ValueKind == JsonValueKind.Object && part.TryGetProperty("text", out var text))
                {
                    prompt.Append(text.GetString()).Append('\n');
                }
            }
        }
    }

    private static bool Flag(JsonElement parent, string name) => parent.TryGetProperty(name, out var flag) && flag.ValueKind == JsonValueKind.True;

    private static int? Limit(JsonElement root)
    {
        foreach (var name in (ReadOnlySpan<string>)["max_completion_tokens", "max_tokens"])
        {
            if (root.TryGetProperty(name, out var limit) && limit.ValueKind != JsonValueKind.Null)
            {
                return limit.TryGetInt32(out var tokens) && tokens > 0
                    ? tokens
                    : throw new RequestRefusedException(400, $"'{name}' must be a whole number of at least 1.");
            }
        }

        return null;
    }
}
