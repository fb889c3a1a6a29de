using GatewayDashboard.Core.Gateways;

namespace GatewayDashboard.Core.Completions;

/// <summary>What an HTTP status, with the words that came along, means for a call.</summary>
internal static class StatusRules
{
    private static readonly string[] MoneyWords = ["credit", "balance", "billing", "quota", "budget", "payment", "funds", "suspended", "locked"];
    private static readonly string[] ModelCodes = ["model_not_found", "model_decommissioned", "model_not_available", "model_deprecated"];
    private static readonly string[] PathWords = ["route", "path", "url", "endpoint"];

    /// <summary>The class of a response that is not 200; the dialect's own rules win.</summary>
    public static Outcome Judge(GatewayDialect dialect, int status, ErrorBody body)
    {
        foreach (var rule in dialect.Refusals)
        {
            if (rule.Status == status && (rule.Code is null || Is(rule.Code, body.Code) || Is(rule.Code, body.Type)))
            {
                return rule.Outcome;
            }
        }

        return status switch
        {
            < 200 => Outcome.Protocol,
            < 300 => Outcome.Protocol,
            < 400 => Outcome.Redirect,
            < 500 when Names(ModelCodes, body.Code) => Outcome.Model,
            401 => Outcome.Auth,
            402 => Outcome.Account,
            403 when body.IsHtml => Outcome.Protocol,
            403 => Names(MoneyWords, body.Message) || Names(MoneyWords, body.Code) ? Outcome.Account : Outcome.Auth,
            404 when !body.IsJson || IsWrongPath(body.Message) => Outcome.Request,
            404 or 410 => Outcome.Model,
            408 => Outcome.TimeoutHeaders,
            // OpenAI's word for an empty account; nothing is gained by waiting.
            429 when Names(["insufficient_quota"], body.Code) => Outcome.Account,
            429 => Outcome.RateLimited,
            < 500 => Outcome.Request,
            503 or 529 => Outcome.Overloaded,
            < 600 => Outcome.Server,
            _ => Outcome.Protocol,
        };
    }

    /// <summary>What to try next, in our words; null where the gateway's own words say it all.</summary>
    public static string? Hint(Outcome outcome, int status, ErrorBody body) => (outcome, status) switch
    {
        (Outcome.Auth, _) => "The key was rejected. Enter it again, or make a new one at the gateway.",
        (Outcome.Account, _) => "The account has no credit left or is locked. Look at the gateway's billing page.",
        (Outcome.Model, _) => "The gateway does not know this model, or has retired it. Read its model list again.",
        (Outcome.Redirect, _) => "Redirects are never followed, so that a key stays with its host. Enter the address it points to, if that is right.",
        (Outcome.Request, 404) => "Nothing is served at this path. Check the base URL: is /v1 missing, or there twice?",
        (Outcome.Protocol, 403) => "Something in front of the gateway blocked the call, such as a bot check.",
        (Outcome.Server, >= 500) when body.IsHtml => "The answer came from something in front of the gateway, not from the gateway.",
        (Outcome.TimeoutHeaders, 408) => "The gateway itself gave up waiting; this was not our clock.",
        _ => null,
    };

    private static bool IsWrongPath(string message) =>
        !message.Contains("model", StringComparison.OrdinalIgnoreCase)
        && (string.Equals(message, "Not Found", StringComparison.OrdinalIgnoreCase) || Names(PathWords, message));

    private static bool Is(string code, string? given) => string.Equals(code, given, StringComparison.OrdinalIgnoreCase);

    private static bool Names(string[] words, string? text) =>
        text is not null && Array.Exists(words, word => text.Contains(word, StringComparison.OrdinalIgnoreCase));
}
