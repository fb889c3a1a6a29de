using System.Collections.Concurrent;

namespace GatewayDashboard.Playground;

/// <summary>
/// The open sessions, by the id in their link. Pages take leases: when the last one is gone the calls go on for a moment, so that a reload finds
/// them, and are then stopped, because nobody is left to read what is paid for.
/// </summary>
public sealed class PlaygroundSessions(TimeProvider time) : IAsyncDisposable
{
    /// <summary>How long calls go on without a page.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromSeconds(15);

    /// <summary>How long a session without a page is kept in memory.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromHours(1);

    private const int Most = 200;
    private readonly ConcurrentDictionary<string, Entry> _entries = new(StringComparer.Ordinal);

    /// <summary>Opens a new session.</summary>
    public PlaygroundSession Open(IEnumerable<PaneSetup> panes)
    {
        ArgumentNullException.ThrowIfNull(panes);
        var session = new PlaygroundSession(Guid.NewGuid().ToString("N")[..16], time.GetUtcNow());
        foreach (var setup in panes)
        {
            session.Add(setup);
        }

        return Take(session);
    }

    /// <summary>Takes in a session that was kept elsewhere, or gives the one of that id that is open already.</summary>
    public PlaygroundSession Take(PlaygroundSession session)
    {
        ArgumentNullException.ThrowIfNull(session);
        MakeRoom();
        return _entries.GetOrAdd(session.Id, _ => new Entry(session, time)).Session;
    }

    /// <summary>The open session of that id, or null.</summary>
    public PlaygroundSession? Find(string id) => _entries.GetValueOrDefault(id)?.Session;

    /// <summary>Closes a session and stops its calls.</summary>
    public void Close(string id)
    {
        if (_entries.TryRemove(id, out var entry))
        {
            entry.Close();
        }
    }

    /// <summary>A page's hold on a session, until it is disposed.</summary>
    public IDisposable Lease(PlaygroundSession session)
    {
        ArgumentNullException.ThrowIfNull(session);
        return _entries.GetOrAdd(session.Id, _ => new Entry(session, time)).Lease(() => Close(session.Id));
    }

    /// <summary>Stops every call.</summary>
    public ValueTask DisposeAsync()
    {
        foreach (var id in _entries.Keys)
        {
            Close(id);
        }

        return ValueTask.CompletedTask;
    }

    private void MakeRoom()
    {
        if (_entries.Count < Most)
        {
            return;
        }

        foreach (var oldest in _entries.Where(entry => !entry.Value.Held).OrderBy(entry => entry.Value.Session.CreatedAt).Take(1))
        {
            Close(oldest.Key);
        }
    }

    private sealed class Entry(PlaygroundSession session, TimeProvider time)
    {
        private readonly Lock _gate = new();
        private int _leases;
        private ITimer? _stop;
        private ITimer? _forget;

        public PlaygroundSession Session { get; } = session;

        public bool Held => Volatile.Read(ref _leases) > 0;

        public Hold Lease(Action forget)
        {
            lock (_gate)
            {
                _leases++;
                Rest();
            }

            return new Hold(() => Release(forget));
        }

        public void Close()
        {
            lock (_gate)
            {
                Rest();
            }

            Session.StopAll();
        }

        private void Release(Action forget)
        {
            lock (_gate)
            {
                if (--_leases > 0)
                {
                    return;
                }

                _stop = time.CreateTimer(_ => StopUnlessHeld(), null, Grace, Timeout.InfiniteTimeSpan);
                _forget = time.CreateTimer(_ => forget(), null, Kept, Timeout.InfiniteTimeSpan);
            }
        }

        private void StopUnlessHeld()
        {
            lock (_gate)
            {
                if (_leases > 0)
                {
                    return;
                }
            }

            Session.StopAll();
        }

        private void Rest()
        {
            _stop?.Dispose();
            _forget?.Dispose();
            (_stop, _forget) = (null, null);
        }
    }

    private sealed class Hold(Action release) : IDisposable
    {
        private Action? _release = release;

        public void Dispose() => Interlocked.Exchange(ref _release, null)?.Invoke();
    }
}
