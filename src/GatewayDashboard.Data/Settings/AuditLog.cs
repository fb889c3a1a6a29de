using Microsoft.EntityFrameworkCore;

namespace GatewayDashboard.Data.Settings;

/// <summary>Appends to and reads the audit log.</summary>
public sealed class AuditLog(IDbContextFactory<DashboardDbContext> contexts, TimeProvider time)
{
    /// <summary>Notes that somebody did something; never pass a key or a prompt.</summary>
    public async Task AppendAsync(string actor, string action, string subject, string? detail = null, CancellationToken cancellationToken = default)
    {
        var db = await contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        await using var _ = db.ConfigureAwait(false);
        db.AuditLog.Add(new() { At = time.GetUtcNow(), Actor = actor, Action = action, Subject = subject, Detail = detail });
        await db.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The newest entries first.</summary>
    public async Task<IReadOnlyList<AuditEntry>> ListAsync(int skip = 0, int take = 100, CancellationToken cancellationToken = default)
    {
        var db = await contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        await using var _ = db.ConfigureAwait(false);
        return await db.AuditLog.AsNoTracking().OrderByDescending(entry => entry.Id).Skip(skip).Take(take).ToListAsync(cancellationToken).ConfigureAwait(false);
    }
}
