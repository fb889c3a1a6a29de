using Microsoft.EntityFrameworkCore;

namespace GatewayDashboard.Data.Playground;

/// <summary>Playground sessions that were kept: the history, and frozen copies that were shared.</summary>
public sealed class PlaygroundStore(IDbContextFactory<DashboardDbContext> contexts)
{
    /// <summary>Ids of frozen copies begin with this; they are kept until deleted.</summary>
    public const string FrozenPrefix = "share-";

    private const int HeadLength = 600;

    /// <summary>Keeps a session, in place of what was kept under its id.</summary>
    /// <param name="id">The id in its link.</param>
    /// <param name="session">The session as JSON.</param>
    /// <param name="createdAt">When it was opened.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task KeepAsync(string id, string session, DateTimeOffset createdAt, CancellationToken cancellationToken = default)
    {
        var db = await contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        await using var _ = db.ConfigureAwait(false);
        var changed = await db.PlaygroundSessions.Where(row => row.Id == id)
            .ExecuteUpdateAsync(row => row.SetProperty(kept => kept.Session, session), cancellationToken).ConfigureAwait(false);
        if (changed == 0)
        {
            db.PlaygroundSessions.Add(new() { Id = id, Session = session, CreatedAt = createdAt });
            await db.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>The kept session, or null where none is kept under that id.</summary>
    public async Task<PlaygroundSessionRow?> FindAsync(string id, CancellationToken cancellationToken = default)
    {
        var db = await contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        await using var _ = db.ConfigureAwait(false);
        return await db.PlaygroundSessions.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Kept sessions, newest first.</summary>
    /// <param name="search">Words that must occur in the text, in upper or lower case; empty for all.</param>
    /// <param name="most">The most to read.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<IReadOnlyList<KeptSessionHead>> ListAsync(string search, int most, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(search);
        var db = await contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        await using var _ = db.ConfigureAwait(false);
        var rows = db.PlaygroundSessions.AsQueryable();
        foreach (var word in search.ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            // Translated to the database's own lower(), which has no culture to name.
#pragma warning disable CA1304, CA1311, CA1862
            rows = rows.Where(row => row.Session.ToLower().Contains(word));
#pragma warning restore CA1304, CA1311, CA1862
        }

        return await rows.OrderByDescending(row => row.CreatedAt).Take(most)
            .Select(row => new KeptSessionHead(row.Id, row.CreatedAt, row.Session.Substring(0, row.Session.Length < HeadLength ? row.Session.Length : HeadLength)))
            .ToListAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Deletes a session; one that is gone already is no matter.</summary>
    public async Task DeleteAsync(string id, CancellationToken cancellationToken = default)
    {
        var db = await contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        await using var _ = db.ConfigureAwait(false);
        await db.PlaygroundSessions.Where(row => row.Id == id).ExecuteDeleteAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Deletes the history before a moment; frozen copies stay.</summary>
    public async Task<int> DeleteBeforeAsync(DateTimeOffset moment, CancellationToken cancellationToken = default)
    {
        var db = await contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        await using var _ = db.ConfigureAwait(false);
        return await db.PlaygroundSessions.Where(row => row.CreatedAt < moment && !row.Id.StartsWith(FrozenPrefix))
            .ExecuteDeleteAsync(cancellationToken).ConfigureAwait(false);
    }
}

/// <summary>A kept session in a list.</summary>
/// <param name="Id">The id in its link.</param>
/// <param name="CreatedAt">When it was opened.</param>
/// <param name="Head">The beginning of its JSON, where its title stands.</param>
public sealed record KeptSessionHead(string Id, DateTimeOffset CreatedAt, string Head);
