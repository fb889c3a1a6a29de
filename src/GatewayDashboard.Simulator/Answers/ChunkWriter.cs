using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using GatewayDashboard.Simulator.Dialects;

namespace GatewayDashboard.Simulator.Answers;

/// <summary>Writes one answer's chunks in a gateway's dialect. What is the same in all of them is written once.</summary>
internal sealed class ChunkWriter
{
    private readonly WireDialect _dialect;
    private readonly string _start;
    private readonly string _end;

    public ChunkWriter(WireDialect dialect, string id, string model, long created)
    {
        _dialect = dialect;
        var provider = dialect.Provider is null ? "" : $",\"provider\":{Quote(dialect.Provider)}";
        _start = string.Create(CultureInfo.InvariantCulture, $"{{\"id\":{Quote(id)},\"object\":\"chat.completion.chunk\",\"created\":{created},\"model\":{Quote(model)}{provider}");
        _end = dialect.NullUsageBefore ? ",\"usage\":null}" : "}";
    }

    public static string Quote(string text) => $"\"{JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"";

    public static string Event(string json) => $"data: {json}\n\n";

    public string Role(string extra) => Chunk("\"role\":\"assistant\",\"content\":\"\"", "null", extra + _end);

    public string Content(string text) => Chunk($"{RolePrefix}\"content\":{Quote(text)}", "null", _end);

    public string Reasoning(string text) => Chunk($"{RolePrefix}\"{_dialect.ReasoningField}\":{Quote(text)}", "null", _end);

    /// <param name="reason">The finish reason.</param>
    /// <param name="extra">Further members of the chunk, each with its comma in front.</param>
    public string Finish(string reason, string extra) =>
        Chunk(_dialect.RoleOnEveryChunk ? "\"role\":\"assistant\",\"content\":\"\"" : "", Quote(reason), extra + (extra.Contains("\"usage\":", StringComparison.Ordinal) ? "}" : _end));

    public string Usage(string usage, string extra) =>
        Event($"{_start},\"choices\":{(_dialect.NullChoicesWithUsage ? "null" : "[]")},\"usage\":{usage}{extra}}}");

    /// <summary>A failure in mid-stream, in the gateway's own shape.</summary>
    public string Error(ErrorBody error) => _dialect.Errors switch
    {
        ErrorShape.OpenRouter => Event($"{_start},\"error\":{error.ToJson(ErrorShape.OpenRouter)["error"]!.ToJsonString()},\"choices\":[{{\"index\":0,\"delta\":{{\"content\":\"\"}},\"finish_reason\":\"error\"}}]}}"),
        ErrorShape.Groq => Event($"{_start},\"choices\":[],\"x_groq\":{{\"error\":{Quote(error.Message)}}}}}"),
        _ => Event(error.ToJson(_dialect.Errors).ToJsonString()),
    };

    private string RolePrefix => _dialect.RoleOnEveryChunk ? "\"role\":\"assistant\"," : "";

    private string Chunk(string delta, string finish, string end) =>
        Event($"{_start},\"choices\":[{{\"index\":0,\"delta\":{{{delta}}},\"logprobs\":null,\"finish_reason\":{finish}}}]{end}");
}
