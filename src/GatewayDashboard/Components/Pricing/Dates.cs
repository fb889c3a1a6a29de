using System.Globalization;

namespace GatewayDashboard.Components.Pricing;

/// <summary>Days as they are written on the page.</summary>
internal static class Dates
{
    /// <summary>ISO, for example <c>2026-08-18</c>.</summary>
    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
