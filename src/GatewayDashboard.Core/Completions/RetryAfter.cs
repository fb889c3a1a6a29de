using System.Globalization;
using GatewayDashboard.Core.Gateways;

namespace GatewayDashboard.Core.Completions;

/// <summary>How long a gateway asks to wait, clamped so that no header can make us hammer or sleep for ever.</summary>
internal static class RetryAfter
{
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(15);

    /// <summary>The wait: <c>Retry-After</c> where it can be understood, else the longest of the resets named; null where no header says anything.</summary>
    public static TimeSpan? Read(IReadOnlyList<KeyValuePair<string, string>> headers, DateTimeOffset now)
    {
        TimeSpan? reset = null;
        foreach (var (name, value) in headers)
        {
            if (name.Equals("retry-after", StringComparison.OrdinalIgnoreCase) && Wait(value, now) is { } wait)
            {
                return Clamp(wait);
            }

            if (name.Contains("ratelimit", StringComparison.OrdinalIgnoreCase) && name.Contains("reset", StringComparison.OrdinalIgnoreCase)
                && ResetTime.Parse(value, null, now) is { } until && (reset is null || until > reset))
            {
                reset = until;
            }
        }

        return reset is { } found ? Clamp(found) : null;
    }

    private static TimeSpan? Wait(string value, DateTimeOffset now)
    {
        if (double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) && double.IsFinite(seconds))
        {
            return TimeSpan.FromSeconds(Math.Clamp(seconds, 0, Longest.TotalSeconds));
        }

        return DateTimeOffset.TryParseExact(value, "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) ? moment - now : null;
    }

    private static TimeSpan Clamp(TimeSpan wait) => wait < Shortest ? Shortest : wait > Longest ? Longest : wait;
}
