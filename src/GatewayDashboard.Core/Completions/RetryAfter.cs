using System.Globalization;
using System.Text.RegularExpressions;

namespace GatewayDashboard.Core.Completions;

/// <summary>How long a gateway asks to wait, in the formats they use, clamped so that no header can make us hammer or sleep for ever.</summary>
internal static partial class RetryAfter
{
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(15);

    // Larger numbers can only be a moment: seconds or milliseconds since 1970.
    private const double EpochSeconds = 1e9, EpochMilliseconds = 1e12;

    /// <summary>The wait, or null where no header says anything that can be understood.</summary>
    public static TimeSpan? Read(IReadOnlyList<KeyValuePair<string, string>> headers, DateTimeOffset now)
    {
        TimeSpan? reset = null;
        foreach (var (name, value) in headers)
        {
            if (name.Equals("retry-after", StringComparison.OrdinalIgnoreCase) && Parse(value, now) is { } wait)
            {
                return Clamp(wait);
            }

            if (name.Equals("retry-after-ms", StringComparison.OrdinalIgnoreCase) && double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var ms) && double.IsFinite(ms))
            {
                return Clamp(TimeSpan.FromMilliseconds(Math.Clamp(ms, 0, Longest.TotalMilliseconds)));
            }

            if (name.Contains("ratelimit", StringComparison.OrdinalIgnoreCase) && name.Contains("reset", StringComparison.OrdinalIgnoreCase)
                && Parse(value, now) is { } until && (reset is null || until > reset))
            {
                reset = until;
            }
        }

        return reset is { } found ? Clamp(found) : null;
    }

    private static TimeSpan? Parse(string value, DateTimeOffset now)
    {
        if (double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number))
        {
            var seconds = number >= EpochMilliseconds ? (number / 1000) - now.ToUnixTimeSeconds()
                : number >= EpochSeconds ? number - now.ToUnixTimeSeconds()
                : number;
            return TimeSpan.FromSeconds(Math.Clamp(seconds, 0, Longest.TotalSeconds));
        }

        if (DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment))
        {
            return moment - now;
        }

        var parts = Duration().Match(value);
        return parts.Success && value.Length > 0
            ? TimeSpan.FromSeconds(Part(parts, "h", 3600) + Part(parts, "m", 60) + Part(parts, "s", 1) + Part(parts, "ms", 0.001))
            : null;
    }

    private static double Part(Match parts, string name, double seconds) =>
        parts.Groups[name] is { Success: true } group && double.TryParse(group.ValueSpan, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            ? Math.Min(value * seconds, Longest.TotalSeconds)
            : 0;

    private static TimeSpan Clamp(TimeSpan wait) => wait < Shortest ? Shortest : wait > Longest ? Longest : wait;

    [GeneratedRegex(@"^(?:(?<h>[\d.]+)h)?(?:(?<m>[\d.]+)m(?!s))?(?:(?<s>[\d.]+)s)?(?:(?<ms>[\d.]+)ms)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Duration();
}
