using System.Globalization;
using GatewayDashboard.Simulator.Answers;

namespace GatewayDashboard.Simulator.Faults;

/// <summary>Group C, first half: refusals and redirects, told by the status.</summary>
internal static class RefusalFaults
{
    private const string WaitMessage = "Rate limit reached for requests.";

    public static readonly Fault[] All =
    [
        new("C1", "400: unknown parameter stream_options", scene => scene.Refuses(400, "Unknown parameter: 'stream_options'.", "invalid_request_error", "unknown_parameter")),
        new("C2", "401 whose body echoes the key", scene => scene.Refuses(401, $"Incorrect API key provided: {scene.Answer.Key ?? "none"}.", "invalid_request_error", "invalid_api_key")),
        new("C3", "402: no credit", scene => scene.Refuses(402, "Insufficient credits.", "insufficient_quota", "insufficient_quota")),
        new("C4", "403 with JSON", scene => scene.Refuses(403, "You have no access to this resource.", "permission_error")),
        new("C5", "403 with the page of an edge that asks for a browser", _ => FaultScene.Page(403, "Just a moment...")),
        new("C6", "404: unknown model", scene => scene.Refuses(404, $"The model `{scene.Answer.Model}` does not exist.", "invalid_request_error", "model_not_found")),
        new("C7", "404 with a page, as behind a wrong base path", _ => FaultScene.Page(404, "404 Not Found")),
        new("C8", "405 (or status)", scene => scene.Refuses(scene.Status(405), "Method not allowed.", "invalid_request_error")),
        new("C9", "408", scene => scene.Refuses(408, "The request timed out.", "timeout")),
        new("C10", "413 (or status): the prompt is too long", scene => scene.Refuses(scene.Status(413), "This model's maximum context length is exceeded.", "invalid_request_error", "context_length_exceeded")),
        new("C11", "422 with a list of details", _ => Reply.Json(422, """{"detail":[{"type":"missing","loc":["body","messages"],"msg":"Field required","input":null}]}""")),
        new("C12", "429 with Retry-After in seconds", scene => scene.Refuses(429, WaitMessage, "rate_limit_error", "rate_limit_exceeded")),
        new("C13", "429 with Retry-After as a date ms (7 s) ahead; as a date in the past", 2, scene => Waits(scene, Date(scene.Pick(scene.Milliseconds(7000), -60_000)))),
        new("C14", "429 with Retry-After 99999999; -1; abc", 3, scene => Waits(scene, scene.Pick("99999999", "-1", "abc"))),
        new("C15", "429 that tells the wait only in x-ratelimit-reset-requests: 1m30.5s; 12ms; Unix time", 3, scene => Unhinted(scene).With("x-ratelimit-reset-requests", scene.Pick("1m30.5s", "12ms", Seconds(90)))),
        new("C16", "429 without any hint", Unhinted),
        new("C17", "500 with JSON; empty; with a page", 3, scene => scene.Pick(
            scene.Refuses(500, "The server had an error while processing your request.", "server_error"),
            Reply.Whole(500, "text/plain", ""),
            FaultScene.Page(500, "Internal Server Error"))),
        new("C18", "502 (or status) with a page", scene => FaultScene.Page(scene.Status(502), "Bad gateway")),
        new("C19", "503 (or status) with Retry-After", scene => scene.Refuses(scene.Status(503), "The server is overloaded.", "overloaded_error").With("Retry-After", "5")),
        new("C26", "302 (or status) to the same host", scene => Redirect(scene.Status(302), "/elsewhere/v1/chat/completions")),
        new("C27", "307 (or status) to another host", scene => Redirect(scene.Status(307), "http://other-host.invalid/v1/chat/completions")),
        new("C28", "307 (or status) to the cloud's metadata address", scene => Redirect(scene.Status(307), "http://169.254.169.254/latest/meta-data/")),
    ];

    private static Reply Waits(FaultScene scene, string retryAfter) => Unhinted(scene).With("Retry-After", retryAfter);

    private static Reply Unhinted(FaultScene scene)
    {
        var refusal = scene.Refuses(429, WaitMessage, "rate_limit_error", "rate_limit_exceeded");
        return refusal with { Headers = [.. refusal.Headers.Where(header => header.Key == "Content-Type")] };
    }

    private static Reply Redirect(int status, string location) => Reply.Whole(status, "text/plain", "Moved.").With("Location", location);

    private static string Date(double milliseconds) => TimeProvider.System.GetUtcNow().AddMilliseconds(milliseconds).ToString("R", CultureInfo.InvariantCulture);

    private static string Seconds(int ahead) => (TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() + ahead).ToString(CultureInfo.InvariantCulture);
}
