using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace GatewayDashboard.Data.Settings;

/// <summary>Settings made in the product, each change with its line in the audit log.</summary>
public sealed class SettingsStore(IDbContextFactory<DashboardDbContext> contexts, TimeProvider time)
{
    /// <summary>A setting's value, or null where it was never set.</summary>
    public async Task<string?> FindAsync(string key, CancellationToken cancellationToken = default)
    {
        var db = await contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        await using var _ = db.ConfigureAwait(false);
        return await db.Settings.Where(setting => setting.Key == key).Select(setting => setting.Value).SingleOrDefaultAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Keeps a setting; null removes it.</summary>
    /// <param name="key">Its name.</param>
    /// <param name="value">Its value in invariant text, or null.</param>
    /// <param name="actor">Who changes it.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task SetAsync(string key, string? value, string actor, CancellationToken cancellationToken = default) =>
        SetAsync([new(key, value)], actor, cancellationToken);

    /// <summary>The limits of all spending.</summary>
    public async Task<SpendingSettings> SpendingAsync(CancellationToken cancellationToken = default)
    {
        var db = await contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        await using var _ = db.ConfigureAwait(false);
        return await SpendingSettings.ReadAsync(db, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Changes the limits of all spending; they hold from the next call on, in every instance.</summary>
    public Task SetSpendingAsync(SpendingSettings spending, string actor, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(spending);
        ArgumentOutOfRangeException.ThrowIfNegative(spending.DayCapUsd);
        ArgumentOutOfRangeException.ThrowIfNegative(spending.TotalCapUsd ?? 0);
        return SetAsync(
            [
                new(SpendingSettings.StoppedKey, spending.Stopped ? "true" : null),
                new(SpendingSettings.DayCapKey, spending.DayCapUsd.ToString(CultureInfo.InvariantCulture)),
                new(SpendingSettings.TotalCapKey, spending.TotalCapUsd?.ToString(CultureInfo.InvariantCulture)),
            ],
            actor,
            cancellationToken);
    }

    private async Task SetAsync(IReadOnlyList<KeyValuePair<string, string?>> changes, string actor, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var db = await contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        await using var _ = db.ConfigureAwait(false);
        foreach (var (key, value) in changes)
        {
            var kept = await db.Settings.SingleOrDefaultAsync(setting => setting.Key == key, cancellationToken).ConfigureAwait(false);
            if (kept?.Value == value)
            {
                continue;
            }

            Apply(db, kept, key, value, now);
            db.AuditLog.Add(new() { At = now, Actor = actor, Action = "setting.set", Subject = key, Detail = $"{kept?.Value ?? "–"} → {value ?? "–"}" });
        }

        await db.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
    }

    private static void Apply(DashboardDbContext db, Setting? kept, string key, string? value, DateTimeOffset now)
    {
        if (kept is not null)
        {
            db.Settings.Remove(kept);
        }

        if (value is not null)
        {
            db.Settings.Add(new() { Key = key, Value = value, UpdatedAt = now });
        }
    }
}
