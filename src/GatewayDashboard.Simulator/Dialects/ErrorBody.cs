using System.Globalization;
using System.Text.Json.Nodes;
using GatewayDashboard.Simulator.Answers;

namespace GatewayDashboard.Simulator.Dialects;

/// <summary>An error as each gateway words it.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Message">One sentence.</param>
/// <param name="Type">OpenAI's <c>type</c>.</param>
/// <param name="Code">OpenAI's <c>code</c>, where the gateway has words for it.</param>
internal sealed record ErrorBody(int Status, string Message, string Type, string? Code = null)
{
    public static ErrorBody Invalid(string message) => new(400, message, "invalid_request_error");

    public static ErrorBody UnknownModel(string model) => new(404, $"The model `{model}` does not exist or you do not have access to it.", "invalid_request_error", "model_not_found");

    public static ErrorBody RateLimited { get; } = new(429, "Rate limit reached. Please try again in 7s.", "rate_limit_error", "rate_limit_exceeded");

    public static ErrorBody Broken { get; } = new(500, "The server had an error while processing your request.", "server_error");

    /// <summary>The whole reply, with the headers the gateway adds to errors.</summary>
    public Reply ToReply(WireDialect dialect, string path = "/v1/chat/completions")
    {
        var reply = Reply.Json(Status, ToJson(dialect.Errors, path).ToJsonString());
        foreach (var (name, value) in RateLimitHeaders.For(dialect.RateLimits, Status))
        {
            reply = reply.With(name, value);
        }

        return Status == 429 ? reply.With("Retry-After", "7") : reply;
    }

    public JsonNode ToJson(ErrorShape shape, string path = "/v1/chat/completions") => shape switch
    {
        ErrorShape.OpenRouter => new JsonObject
        {
            ["error"] = new JsonObject { ["code"] = Status, ["message"] = Message, ["metadata"] = new JsonObject { ["provider_name"] = "Simulated" } },
        },
        ErrorShape.Flat => new JsonObject
        {
            ["message"] = Message,
            ["path"] = path,
            ["requestId"] = "00000000-0000-4000-8000-000000000000",
            ["statusCode"] = Status,
            ["timestamp"] = TimeProvider.System.GetUtcNow().ToString("O", CultureInfo.InvariantCulture),
        },
        ErrorShape.Groq => Wrapped(new JsonObject { ["message"] = Message, ["type"] = Type, ["code"] = Code }),
        ErrorShape.SambaNova => new JsonObject
        {
            ["error"] = new JsonObject { ["message"] = Message, ["type"] = Type, ["param"] = null, ["code"] = Code },
            ["request_id"] = "00000000-0000-4000-8000-000000000000",
        },
        ErrorShape.PlainString => new JsonObject { ["error"] = Message },
        ErrorShape.Portkey => new JsonObject { ["status"] = "failure", ["message"] = Message },
        ErrorShape.Kong => Wrapped(new JsonObject { ["message"] = Message }),
        ErrorShape.LiteLlm => Wrapped(new JsonObject
        {
            ["message"] = $"litellm.APIError: {Message}",
            ["type"] = Type,
            ["param"] = "None",
            ["code"] = Status.ToString(CultureInfo.InvariantCulture),
        }),
        ErrorShape.Vllm => Wrapped(new JsonObject { ["message"] = Message, ["type"] = Type, ["param"] = null, ["code"] = Status }),
        ErrorShape.LlamaCpp => Wrapped(new JsonObject { ["code"] = Status, ["message"] = Message, ["type"] = Type }),
        _ => Wrapped(new JsonObject { ["message"] = Message, ["type"] = Type, ["param"] = null, ["code"] = Code }),
    };

    private static JsonObject Wrapped(JsonObject error) => new() { ["error"] = error };
}
