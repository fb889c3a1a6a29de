using System.Globalization;

namespace GatewayDashboard.Components.Parts;

/// <summary>How figures are written everywhere: enough digits to compare, none that mean nothing, a no-break space before the unit.</summary>
public static class Units
{
    private const string Space = "\u00a0";
    private static readonly CultureInfo Culture = CultureInfo.GetCultureInfo("en-US");

    /// <summary>What an unknown figure is written as; its reason stands beside it.</summary>
    public const string Unknown = "–";

    /// <summary>A duration: <c>842 ms</c>, <c>3.84 s</c>, <c>41.2 s</c>, <c>2:05 min</c>. Below 10 ms with the digits that are left: <c>0.06 ms</c>.</summary>
    public static string Duration(TimeSpan duration)
    {
        var milliseconds = duration.TotalMilliseconds;
        return milliseconds switch
        {
            < 0 => "−" + Duration(duration.Negate()),
            0 => $"0{Space}ms",
            < 9.95 => Number(milliseconds, "0.0#", "ms"),
            < 999.5 => Number(milliseconds, "0", "ms"),
            < 9_995 => Number(milliseconds / 1000, "0.00", "s"),
            < 99_950 => Number(milliseconds / 1000, "0.0", "s"),
            _ => Minutes(duration),
        };
    }

    /// <summary>A duration that is at hand as milliseconds.</summary>
    public static string Milliseconds(double milliseconds) => Duration(TimeSpan.FromMilliseconds(milliseconds));

    /// <summary>Two durations in milliseconds as a range; a unit they share is written once: <c>119–136 ms</c>.</summary>
    public static string Range(double low, double high)
    {
        var (from, to) = (Milliseconds(low), Milliseconds(high));
        var unit = from.IndexOf(Space, StringComparison.Ordinal);
        return unit > 0 && to.EndsWith(from[unit..], StringComparison.Ordinal) ? $"{from[..unit]}–{to}" : $"{from}–{to}";
    }

    /// <summary>Output speed: <c>87.3 tok/s</c>, <c>412 tok/s</c>.</summary>
    public static string Speed(double tokensPerSecond) => Number(tokensPerSecond, tokensPerSecond < 99.95 ? "0.0" : "#,0", "tok/s");

    /// <summary>Tokens, calls, samples: <c>12,480</c>.</summary>
    public static string Count(long count) => count.ToString("#,0", Culture);

    /// <summary>A count for a chip: <c>980</c>, <c>12.5k</c>, <c>3.1M</c>.</summary>
    public static string ShortCount(long count) => count switch
    {
        < 1_000 => Count(count),
        < 999_950 => (count / 1_000.0).ToString("0.#", Culture) + "k",
        _ => (count / 1_000_000.0).ToString("0.#", Culture) + "M",
    };

    /// <summary>A price of a million tokens: two to four decimals, <c>$0.15</c>, <c>$0.0375</c>.</summary>
    public static string PricePerMillion(decimal usd) =>
        usd is > 0 and < 0.0001m ? "$" + SignificantDigits(usd) : "$" + usd.ToString("#,0.00##", Culture);

    /// <summary>A cost: <c>$12.40</c>, <c>$0.0312</c>, <c>$0.000184</c>. Never an exponent, and never zero for what is not.</summary>
    public static string Cost(decimal usd) => usd switch
    {
        < 0 => "−" + Cost(-usd),
        0 => "$0.00",
        >= 1 => "$" + usd.ToString("#,0.00", Culture),
        >= 0.01m => "$" + usd.ToString("0.0000", Culture),
        _ => "$" + SignificantDigits(usd),
    };

    /// <summary>A share between 0 and 1: whole percent above ten, one decimal below.</summary>
    public static string Percent(double share)
    {
        var percent = share * 100;
        // 99.6 % of calls is not all of them.
        return percent is < 9.95 or (> 99 and < 100) ? Number(Math.Min(percent, percent < 100 ? 99.9 : 100), "0.0", "%") : Number(percent, "0", "%");
    }

    /// <summary>Uptime, a share between 0 and 1: two decimals, three above 99.9 %.</summary>
    public static string Uptime(double share) => Number(share * 100, share is > 0.999 and < 1 ? "0.000" : "0.00", "%");

    /// <summary>A ratio: <c>1.8×</c>; name its baseline beside it.</summary>
    public static string Ratio(double ratio) => ratio.ToString(ratio < 9.95 ? "0.0" : "0", Culture) + "×";

    /// <summary>How long ago: <c>just now</c>, <c>4 min ago</c>, <c>3 h ago</c>, <c>12 days ago</c>.</summary>
    public static string Age(TimeSpan age) => age switch
    {
        { TotalMinutes: < 1 } => "just now",
        { TotalHours: < 1 } => $"{(int)age.TotalMinutes}{Space}min ago",
        { TotalDays: < 1 } => $"{(int)age.TotalHours}{Space}h ago",
        { TotalDays: < 2 } => "1 day ago",
        _ => $"{Count((long)age.TotalDays)}{Space}days ago",
    };

    /// <summary>A moment with its zone: <c>2026-11-22 14:05 UTC</c>.</summary>
    public static string Moment(DateTimeOffset moment) => moment.ToUniversalTime().ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) + Space + "UTC";

    private static string Minutes(TimeSpan duration)
    {
        var seconds = (long)Math.Round(duration.TotalSeconds);
        return seconds < 3600
            ? string.Create(Culture, $"{seconds / 60}:{seconds % 60:00}{Space}min")
            : string.Create(Culture, $"{seconds / 3600}:{seconds / 60 % 60:00}:{seconds % 60:00}{Space}h");
    }

    private static string SignificantDigits(decimal usd)
    {
        var decimals = 2;
        for (var probe = usd; probe is > 0 and < 1 && decimals < 27; probe *= 10)
        {
            decimals++;
        }

        return Math.Round(usd, decimals).ToString("0." + new string('0', 2) + new string('#', decimals - 2), Culture);
    }

    private static string Number(double value, string format, string unit) => value.ToString(format, Culture) + Space + unit;
}
