using System.Buffers;
using System.Globalization;

namespace GatewayDashboard.Core.Gateways;

/// <summary>Reads the several ways gateways write when a limit is whole again.</summary>
public static class ResetTime
{
    private static readonly SearchValues<char> s_number = SearchValues.Create("0123456789.");
    private static readonly TimeSpan s_longest = TimeSpan.FromDays(366);

    /// <summary>How long from now, or null where the text is not understood. A moment that has passed is zero.</summary>
    /// <param name="text">The header's value.</param>
    /// <param name="format">How it is written; null reads it by its form.</param>
    /// <param name="now">The moment the reply arrived.</param>
    public static TimeSpan? Parse(string? text, ResetFormat? format, DateTimeOffset now)
    {
        text = text?.Trim();
        if (string.IsNullOrEmpty(text) || text.Length > 64)
        {
            return null;
        }

        if (!decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal number))
        {
            return format is null or ResetFormat.GoDuration ? Limited(Duration(text)) : null;
        }

        return (format ?? ByForm(number)) switch
        {
            ResetFormat.UnixSeconds => Until(number * 1000, now),
            ResetFormat.UnixMilliseconds => Until(number, now),
            _ => number <= (decimal)s_longest.TotalSeconds ? TimeSpan.FromSeconds((double)number) : null,
        };
    }

    // Seconds from now never reach a billion, seconds since 1970 passed it in 2001; milliseconds are a thousand times more.
    private static ResetFormat ByForm(decimal number) => number switch
    {
        >= 100_000_000_000m => ResetFormat.UnixMilliseconds,
        >= 1_000_000_000m => ResetFormat.UnixSeconds,
        _ => ResetFormat.Seconds,
    };

    private static TimeSpan? Until(decimal unixMilliseconds, DateTimeOffset now)
    {
        if (unixMilliseconds > 253_402_300_799_999m)
        {
            return null;
        }

        TimeSpan left = DateTimeOffset.FromUnixTimeMilliseconds((long)unixMilliseconds) - now;
        return left <= TimeSpan.Zero ? TimeSpan.Zero : Limited(left);
    }

    private static TimeSpan? Duration(ReadOnlySpan<char> text)
    {
        double seconds = 0;
        while (!text.IsEmpty)
        {
            int digits = text.IndexOfAnyExcept(s_number);
            if (digits <= 0 || !double.TryParse(text[..digits], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double amount))
            {
                return null;
            }

            ReadOnlySpan<char> unit = text[digits..];
            int length = unit.IndexOfAny(s_number);
            length = length < 0 ? unit.Length : length;
            double scale = unit[..length] switch
            {
                "h" => 3600,
                "m" => 60,
                "s" => 1,
                "ms" => 1e-3,
                "us" or "µs" => 1e-6,
                "ns" => 1e-9,
                _ => double.NaN,
            };
            seconds += amount * scale;
            text = unit[length..];
        }

        return seconds <= s_longest.TotalSeconds ? TimeSpan.FromSeconds(seconds) : null;
    }

    private static TimeSpan? Limited(TimeSpan? time) => time <= s_longest ? time : null;
}
