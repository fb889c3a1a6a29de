namespace GatewayDashboard.Core.Gateways;

/// <summary>The reply headers of one rate limit. A name that ends in an asterisk matches by its beginning.</summary>
public sealed record RateLimitHeaders
{
    /// <summary>What is counted.</summary>
    public required RateLimitCount Counts { get; init; }

    /// <summary>Over which time, <c>minute</c> or <c>day</c>; null where not documented.</summary>
    public string? Window { get; init; }

    /// <summary>The header with the limit itself.</summary>
    public string? Limit { get; init; }

    /// <summary>The header with what is left of it.</summary>
    public string? Remaining { get; init; }

    /// <summary>The header that says when it is whole again.</summary>
    public string? Reset { get; init; }

    /// <summary>How <see cref="Reset"/> is written; null where not documented, then it is read by its form.</summary>
    public ResetFormat? ResetFormat { get; init; }
}

/// <summary>What a rate limit counts.</summary>
public enum RateLimitCount
{
    /// <summary>Calls.</summary>
    Requests,

    /// <summary>Tokens.</summary>
    Tokens,
}

/// <summary>How a reset time is written.</summary>
public enum ResetFormat
{
    /// <summary>As Go writes durations: <c>2m59.56s</c>, <c>7.66s</c>, <c>1h</c>, <c>120ms</c>.</summary>
    GoDuration,

    /// <summary>Seconds from now.</summary>
    Seconds,

    /// <summary>Seconds since 1970.</summary>
    UnixSeconds,

    /// <summary>Milliseconds since 1970.</summary>
    UnixMilliseconds,
}
