namespace GatewayDashboard.Simulator.Journals;

/// <summary>The simulator's independent record of every request. Keeps the newest; what had to be dropped is counted.</summary>
public sealed class Journal
{
    private readonly Lock _gate = new();
    private readonly Queue<JournalEntry> _entries = new();
    private readonly List<(string RequestId, TaskCompletionSource<JournalEntry> Entry)> _waiting = [];
    private readonly int _capacity;
    private readonly int _stampCapacity;
    private int _stamps;

    internal Journal(int capacity, int stampCapacity)
    {
        _capacity = capacity;
        _stampCapacity = stampCapacity;
    }

    /// <summary>Entries pushed out by newer ones.</summary>
    public long Dropped { get; private set; }

    /// <summary>Sends with tokens so far, over all requests.</summary>
    public long TokenSends { get; private set; }

    /// <summary>Sends with tokens so far whose bracket was wider than 0.05 ms, over all requests.</summary>
    public long WideBrackets { get; private set; }

    /// <summary>A copy of the finished requests, oldest first.</summary>
    public IReadOnlyList<JournalEntry> Entries
    {
        get
        {
            lock (_gate)
            {
                return [.. _entries];
            }
        }
    }

    internal event Action<JournalEntry>? Added;

    /// <summary>The newest finished request with this id, or null.</summary>
    public JournalEntry? Find(string requestId)
    {
        lock (_gate)
        {
            return _entries.LastOrDefault(entry => entry.RequestId == requestId);
        }
    }

    /// <summary>The request with this id, once it has ended: a client may see the last byte a moment before the journal has the entry.</summary>
    public Task<JournalEntry> WaitForAsync(string requestId, CancellationToken cancellationToken = default)
    {
        lock (_gate)
        {
            if (_entries.LastOrDefault(entry => entry.RequestId == requestId) is { } found)
            {
                return Task.FromResult(found);
            }

            var waiting = new TaskCompletionSource<JournalEntry>(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiting.Add((requestId, waiting));
            return waiting.Task.WaitAsync(cancellationToken);
        }
    }

    internal void Add(JournalEntry entry)
    {
        lock (_gate)
        {
            _entries.Enqueue(entry);
            _stamps += entry.TokenSends.Count;
            TokenSends += entry.TokenSends.Count;
            WideBrackets += entry.WideBrackets;
            while (_entries.Count > _capacity || (_stamps > _stampCapacity && _entries.Count > 1))
            {
                _stamps -= _entries.Dequeue().TokenSends.Count;
                Dropped++;
            }

            foreach (var (_, waiting) in _waiting.Where(waiting => waiting.RequestId == entry.RequestId))
            {
                waiting.TrySetResult(entry);
            }

            _waiting.RemoveAll(waiting => waiting.Entry.Task.IsCompleted);
        }

        Added?.Invoke(entry);
    }
}
