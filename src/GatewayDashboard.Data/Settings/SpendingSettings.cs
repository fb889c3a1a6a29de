using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace GatewayDashboard.Data.Settings;

/// <summary>The limits of all spending, as set by the user.</summary>
public sealed record SpendingSettings
{
    /// <summary>Whether all spending is switched off; survives restarts.</summary>
    public bool Stopped { get; init; }

    /// <summary>The most one UTC day may cost, USD; 1 unless changed.</summary>
    public decimal DayCapUsd { get; init; } = 1m;

    /// <summary>The most everything may ever cost, USD; null for no such cap.</summary>
    public decimal? TotalCapUsd { get; init; }

    internal const string StoppedKey = "spending.stopped";
    internal const string DayCapKey = "spending.day-cap-usd";
    internal const string TotalCapKey = "spending.total-cap-usd";

    internal static async Task<SpendingSettings> ReadAsync(DashboardDbContext db, CancellationToken cancellationToken)
    {
        var kept = await db.Settings.AsNoTracking().Where(setting => setting.Key.StartsWith("spending."))
            .ToDictionaryAsync(setting => setting.Key, setting => setting.Value, cancellationToken).ConfigureAwait(false);
        return new()
        {
            Stopped = kept.GetValueOrDefault(StoppedKey) == "true",
            DayCapUsd = Money(DayCapKey) ?? 1m,
            TotalCapUsd = Money(TotalCapKey),
        };

        decimal? Money(string key) => kept.TryGetValue(key, out var value) ? decimal.Parse(value, CultureInfo.InvariantCulture) : null;
    }
}
