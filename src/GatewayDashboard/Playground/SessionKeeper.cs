using GatewayDashboard.Data.Playground;
using GatewayDashboard.Data.Settings;

namespace GatewayDashboard.Playground;

/// <summary>Keeps sessions and finds them again: history by itself unless it is switched off, frozen copies when asked.</summary>
public sealed class SessionKeeper(PlaygroundStore store, SettingsStore settings, PlaygroundSessions sessions, PaneTargets targets, TimeProvider time)
{
    /// <summary>How long the history is kept.</summary>
    public static readonly TimeSpan HistoryAge = TimeSpan.FromDays(30);

    private const string OffKey = "playground.history";

    /// <summary>Whether sessions are kept by themselves.</summary>
    public async Task<bool> IsOnAsync(CancellationToken cancellationToken = default) => await settings.FindAsync(OffKey, cancellationToken) != "off";

    /// <summary>Switches the history on or off; what is kept already stays until it is deleted or 30 days old.</summary>
    public Task SwitchAsync(bool on, CancellationToken cancellationToken = default) => settings.SetAsync(OffKey, on ? null : "off", "playground", cancellationToken);

    /// <summary>Keeps a session, if history is on and anything was sent; what is too old goes.</summary>
    public async Task KeepAsync(PlaygroundSession session, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(session);
        if (session.Empty || session.Frozen || !await IsOnAsync(cancellationToken))
        {
            return;
        }

        await store.KeepAsync(session.Id, KeptSession.Of(session).Write(), session.CreatedAt, cancellationToken);
        await store.DeleteBeforeAsync(time.GetUtcNow() - HistoryAge, cancellationToken);
    }

    /// <summary>Keeps a frozen copy, which later prices, models or answers do not change, and gives its id.</summary>
    public async Task<string> FreezeAsync(PlaygroundSession session, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(session);
        var id = PlaygroundStore.FrozenPrefix + Guid.NewGuid().ToString("N")[..16];
        await store.KeepAsync(id, KeptSession.Of(session).Write(), time.GetUtcNow(), cancellationToken);
        return id;
    }

    /// <summary>The session of that id: the open one, else the kept one; null where there is neither.</summary>
    public async Task<PlaygroundSession?> FindAsync(string id, CancellationToken cancellationToken = default)
    {
        if (sessions.Find(id) is { } open)
        {
            return open;
        }

        return await store.FindAsync(id, cancellationToken) is { } row && KeptSession.Read(row.Session) is { } kept
            ? sessions.Take(kept.Open(id, row.CreatedAt, targets, id.StartsWith(PlaygroundStore.FrozenPrefix, StringComparison.Ordinal)))
            : null;
    }

    /// <summary>Kept sessions, newest first.</summary>
    public Task<IReadOnlyList<KeptSessionHead>> ListAsync(string search, int most, CancellationToken cancellationToken = default) => store.ListAsync(search, most, cancellationToken);

    /// <summary>Deletes a kept session, and closes it where it is open.</summary>
    public Task DeleteAsync(string id, CancellationToken cancellationToken = default)
    {
        sessions.Close(id);
        return store.DeleteAsync(id, cancellationToken);
    }
}
