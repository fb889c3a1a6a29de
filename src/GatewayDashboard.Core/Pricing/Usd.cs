using System.Globalization;

namespace GatewayDashboard.Core.Pricing;

/// <summary>Money and counts as they are shown: dollars only, no exponent, never "$0.00" for something.</summary>
public static class Usd
{
    private static readonly CultureInfo Culture = CultureInfo.InvariantCulture;

    /// <summary>A cost: from $1 on two decimals, from a cent on four, below that three significant digits.</summary>
    public static string Cost(decimal usd)
    {
        decimal size = Math.Abs(usd);
        string digits = size switch
        {
            0 => "0.00",
            >= 1 => size.ToString("#,0.00", Culture),
            >= 0.01m => size.ToString("0.0000", Culture),
            _ => Significant(size),
        };
        return usd < 0 ? $"−${digits}" : $"${digits}";
    }

    /// <summary>A cost, or a dash where it is not known.</summary>
    public static string Cost(decimal? usd) => usd is { } known ? Cost(known) : "–";

    /// <summary>A list price: two to four decimals and more where the price has them, for example <c>$0.0375</c>.</summary>
    public static string Price(decimal? usdPerMillion) =>
        usdPerMillion is { } price ? "$" + price.ToString("#,0.00########", Culture) : "–";

    /// <summary>A count with digit groups, at most two decimals.</summary>
    public static string Count(decimal count) => count.ToString("#,0.##", Culture);

    /// <summary>A share in percent for reading: whole above 10, one decimal below.</summary>
    public static string Percent(decimal share)
    {
        decimal percent = share * 100;
        return percent.ToString(Math.Abs(percent) > 10 ? "0" : "0.#", Culture) + " %";
    }

    /// <summary>A share in percent as it goes into a sum: all its decimals.</summary>
    public static string Rate(decimal share) => (share * 100).ToString("0.######", Culture) + " %";

    private static string Significant(decimal size)
    {
        int places = 2;
        for (decimal scaled = size; scaled < 1 && places < 28; scaled *= 10)
        {
            places++;
        }

        return decimal.Round(size, Math.Min(places, 28)).ToString("0." + new string('#', 28), Culture);
    }
}
