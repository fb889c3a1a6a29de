using System.Globalization;

namespace GatewayDashboard.Core.Gateways;

/// <summary>What a reply said about one rate limit. Null means it did not say.</summary>
/// <param name="Counts">What is counted.</param>
/// <param name="Window">Over which time, <c>minute</c> or <c>day</c>.</param>
/// <param name="Limit">How many in all.</param>
/// <param name="Remaining">How many are left.</param>
/// <param name="ResetsIn">How long until it is whole again.</param>
public sealed record RateLimitState(RateLimitCount Counts, string? Window, long? Limit, long? Remaining, TimeSpan? ResetsIn);

/// <summary>Reads the rate limits of a reply's headers by the dialect's table.</summary>
public static class RateLimitReader
{
    /// <summary>The limits the headers state; those with no header at all are left out.</summary>
    public static IReadOnlyList<RateLimitState> Read(GatewayDialect dialect, IReadOnlyList<KeyValuePair<string, string>> headers, DateTimeOffset now)
    {
        List<RateLimitState> states = [];
        foreach (RateLimitHeaders names in dialect.RateLimits)
        {
            long? limit = Count(Value(headers, names.Limit));
            long? remaining = Count(Value(headers, names.Remaining));
            TimeSpan? reset = ResetTime.Parse(Value(headers, names.Reset), names.ResetFormat, now);
            if (limit is not null || remaining is not null || reset is not null)
            {
                states.Add(new RateLimitState(names.Counts, names.Window, limit, remaining, reset));
            }
        }

        return states;
    }

    private static string? Value(IReadOnlyList<KeyValuePair<string, string>> headers, string? name) =>
        name is null ? null : headers.FirstOrDefault(header => Matches(header.Key, name)).Value;

    private static bool Matches(string header, string name) => name.EndsWith('*')
        ? header.StartsWith(name[..^1], StringComparison.OrdinalIgnoreCase)
        : header.Equals(name, StringComparison.OrdinalIgnoreCase);

    private static long? Count(string? text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal count) && count <= long.MaxValue ? (long)count : null;
}
