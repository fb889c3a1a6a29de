using System.Globalization;
using GatewayDashboard.Data.Settings;
using Microsoft.EntityFrameworkCore;

namespace GatewayDashboard.Data.Spending;

/// <summary>The limits that hold beyond one run: the switch, the day's cap, the cap over all time.</summary>
internal static class SpendingLimits
{
    // Far above any bill, far below overflow.
    private const long NoCap = 9_000_000_000_000_000_000 / 2;

    /// <summary>Sets money aside for the day and in all, inside the caller's transaction. Null on success; else the caller rolls back.</summary>
    public static async Task<SpendRefusal?> TakeAsync(DashboardDbContext db, string day, long units, CancellationToken cancellationToken)
    {
        var settings = await SpendingSettings.ReadAsync(db, cancellationToken).ConfigureAwait(false);
        if (settings.Stopped)
        {
            return new(SpendLimit.Stopped, "All spending is switched off in Settings.");
        }

        return await TakeAsync(db, day, SpendLimit.DayCap, UsdUnits.From(settings.DayCapUsd), units, cancellationToken).ConfigureAwait(false)
            ?? await TakeAsync(
                db, SpendingPeriod.Everything, SpendLimit.TotalCap, settings.TotalCapUsd is { } cap ? UsdUnits.From(cap) : NoCap, units, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Says why a cap refuses.</summary>
    public static string Sentence(string what, decimal cap, decimal used, decimal wanted) => string.Create(
        CultureInfo.InvariantCulture,
        $"The {what}'s cap of {cap:0.####} USD leaves {Math.Max(cap - used, 0):0.######} USD; the next calls may cost up to {wanted:0.######} USD.");

    private static async Task<SpendRefusal?> TakeAsync(
        DashboardDbContext db, string period, SpendLimit limit, long cap, long units, CancellationToken cancellationToken)
    {
        await db.Database.ExecuteSqlAsync(
            $"""INSERT INTO "Spending" ("Period", "CapUnits", "SpentUnits", "ReservedUnits", "OverrunUnits") VALUES ({period}, {cap}, 0, 0, 0) ON CONFLICT DO NOTHING""",
            cancellationToken).ConfigureAwait(false);
        var taken = await db.Spending
            .Where(row => row.Period == period && row.SpentUnits + row.ReservedUnits + row.OverrunUnits + units <= cap)
            .ExecuteUpdateAsync(
                set => set.SetProperty(row => row.ReservedUnits, row => row.ReservedUnits + units).SetProperty(row => row.CapUnits, cap), cancellationToken)
            .ConfigureAwait(false);
        if (taken > 0)
        {
            return null;
        }

        var used = await db.Spending.Where(row => row.Period == period)
            .Select(row => row.SpentUnits + row.ReservedUnits + row.OverrunUnits).SingleAsync(cancellationToken).ConfigureAwait(false);
        var what = limit == SpendLimit.DayCap ? "day" : "installation";
        return new(limit, Sentence(what, UsdUnits.ToUsd(cap), UsdUnits.ToUsd(used), UsdUnits.ToUsd(units)));
    }
}
