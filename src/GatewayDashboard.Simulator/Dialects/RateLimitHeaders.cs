namespace GatewayDashboard.Simulator.Dialects;

/// <summary>The rate-limit headers each gateway documents, with values that never run out.</summary>
internal static class RateLimitHeaders
{
    public static IReadOnlyList<KeyValuePair<string, string>> For(RateLimitStyle style, int status) => style switch
    {
        RateLimitStyle.OpenRouter when status == 429 =>
        [
            new("X-RateLimit-Limit", "20"),
            new("X-RateLimit-Remaining", "0"),
            new("X-RateLimit-Reset", "1795000000000"),
        ],

        // Requests count per day, tokens per minute; resets are Go durations.
        RateLimitStyle.Groq =>
        [
            new("x-ratelimit-limit-requests", "14400"),
            new("x-ratelimit-limit-tokens", "250000"),
            new("x-ratelimit-remaining-requests", status == 429 ? "0" : "14370"),
            new("x-ratelimit-remaining-tokens", "249997"),
            new("x-ratelimit-reset-requests", "2m59.56s"),
            new("x-ratelimit-reset-tokens", "7.66s"),
        ],
        RateLimitStyle.Together =>
        [
            new("x-ratelimit-limit", "100"),
            new("x-ratelimit-remaining", status == 429 ? "0" : "99"),
            new("x-ratelimit-reset", "1"),
            new("x-tokenlimit-limit", "100000"),
            new("x-tokenlimit-remaining", "99000"),
        ],
        RateLimitStyle.SambaNova =>
        [
            new("x-ratelimit-limit-requests", "60"),
            new("x-ratelimit-remaining-requests", status == 429 ? "0" : "59"),
            new("x-ratelimit-reset-requests", "1"),
            new("x-ratelimit-limit-requests-day", "12000"),
            new("x-ratelimit-remaining-requests-day", "11999"),
        ],
        _ => [],
    };
}
