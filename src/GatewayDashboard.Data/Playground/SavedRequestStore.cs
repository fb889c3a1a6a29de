using Microsoft.EntityFrameworkCore;

namespace GatewayDashboard.Data.Playground;

/// <summary>Requests kept by name.</summary>
public sealed class SavedRequestStore(IDbContextFactory<DashboardDbContext> contexts, TimeProvider time)
{
    /// <summary>All of them, by name.</summary>
    public async Task<IReadOnlyList<SavedRequest>> ListAsync(CancellationToken cancellationToken = default)
    {
        var db = await contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        await using var _ = db.ConfigureAwait(false);
        return await db.SavedRequests.AsNoTracking().OrderBy(saved => saved.Name).ToListAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The one of that name, or null.</summary>
    public async Task<SavedRequest?> FindAsync(string name, CancellationToken cancellationToken = default)
    {
        var db = await contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        await using var _ = db.ConfigureAwait(false);
        return await db.SavedRequests.AsNoTracking().SingleOrDefaultAsync(saved => saved.Name == name, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Keeps a request; one of the same name is replaced.</summary>
    public async Task SaveAsync(string name, string draft, CancellationToken cancellationToken = default)
    {
        var db = await contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        await using var _ = db.ConfigureAwait(false);
        if (await db.SavedRequests.SingleOrDefaultAsync(saved => saved.Name == name, cancellationToken).ConfigureAwait(false) is { } kept)
        {
            kept.Draft = draft;
            kept.UpdatedAt = time.GetUtcNow();
        }
        else
        {
            db.SavedRequests.Add(new() { Name = name, Draft = draft, UpdatedAt = time.GetUtcNow() });
        }

        await db.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Forgets a request; one that is gone already is no matter.</summary>
    public async Task DeleteAsync(string name, CancellationToken cancellationToken = default)
    {
        var db = await contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        await using var _ = db.ConfigureAwait(false);
        await db.SavedRequests.Where(saved => saved.Name == name).ExecuteDeleteAsync(cancellationToken).ConfigureAwait(false);
    }
}
