using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using GatewayDashboard.Core.Gateways;

namespace GatewayDashboard.Core.Completions;

/// <summary>Writes the JSON body: fields in one fixed order, only those that are set, further fields last.</summary>
internal static class CompletionBody
{
    private static readonly string[] OutputLimits = ["max_tokens", "max_completion_tokens"];

    // The body is not HTML: escaping every apostrophe would only make what is shown unlike what people write.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Whether the body asks for a stream, further fields included.</summary>
    public static bool AsksForStream(CompletionRequest request) =>
        request.Extra?["stream"] is JsonValue value && value.TryGetValue<bool>(out var stream) ? stream : request.Stream;

    public static ReadOnlyMemory<byte> Write(CompletionRequest request, GatewayDialect dialect)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using var json = new Utf8JsonWriter(buffer, Options);
        var extra = request.Extra;
        bool IsOurs(string name) => !request.Verbatim && (extra is null || !extra.ContainsKey(name));

        json.WriteStartObject();
        if (IsOurs("model"))
        {
            json.WriteString("model", request.Model);
        }

        if (IsOurs("messages"))
        {
            WriteMessages(json, request.Messages);
        }

        if (IsOurs("stream"))
        {
            json.WriteBoolean("stream", request.Stream);
        }

        if (dialect.AsksForUsage && AsksForStream(request) && IsOurs("stream_options"))
        {
            json.WriteStartObject("stream_options");
            json.WriteBoolean("include_usage", true);
            json.WriteEndObject();
        }

        if (request.MaxTokens is { } max && OutputLimits.All(IsOurs) && IsOurs(dialect.MaxTokensParameter))
        {
            json.WriteNumber(dialect.MaxTokensParameter, max);
        }

        WriteSampling(json, request, IsOurs);
        foreach (var (name, value) in extra ?? [])
        {
            json.WritePropertyName(name);
            WriteNode(json, value);
        }

        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenMemory;
    }

    private static void WriteMessages(Utf8JsonWriter json, IReadOnlyList<ChatMessage> messages)
    {
        json.WriteStartArray("messages");
        foreach (var message in messages)
        {
            json.WriteStartObject();
            json.WriteString("role", message.Role);
            json.WritePropertyName("content");
            if (message.Parts is { } parts)
            {
                parts.WriteTo(json);
            }
            else
            {
                json.WriteStringValue(message.Content);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteSampling(Utf8JsonWriter json, CompletionRequest request, Func<string, bool> isOurs)
    {
        if (request.Temperature is { } temperature && isOurs("temperature"))
        {
            json.WriteNumber("temperature", temperature);
        }

        if (request.TopP is { } topP && isOurs("top_p"))
        {
            json.WriteNumber("top_p", topP);
        }

        if (request.Seed is { } seed && isOurs("seed"))
        {
            json.WriteNumber("seed", seed);
        }

        if (request.ReasoningEffort is { } effort && isOurs("reasoning_effort"))
        {
            json.WriteString("reasoning_effort", effort);
        }
    }

    private static void WriteNode(Utf8JsonWriter json, JsonNode? value)
    {
        if (value is null)
        {
            json.WriteNullValue();
        }
        else
        {
            value.WriteTo(json);
        }
    }
}
