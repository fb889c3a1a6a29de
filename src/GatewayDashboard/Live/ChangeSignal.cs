using System.Collections.Concurrent;

namespace GatewayDashboard.Live;

/// <summary>
/// Tells pages that something changed, never what: a page that is told reads a fresh snapshot, so a lost notice does no harm.
/// Subscribe first, then read.
/// </summary>
public sealed class ChangeSignal
{
    private readonly ConcurrentDictionary<Subscription, byte> _subscriptions = new();

    /// <summary>Calls <paramref name="changed"/> at each change of <paramref name="subject"/> until disposed. The callback runs on the raiser's thread and must return at once.</summary>
    public IDisposable Subscribe(string subject, Action changed)
    {
        var subscription = new Subscription(this, subject, changed);
        _subscriptions[subscription] = 0;
        return subscription;
    }

    /// <summary>Tells every subscriber of <paramref name="subject"/>.</summary>
    public void Raise(string subject)
    {
        foreach (var subscription in _subscriptions.Keys)
        {
            if (subscription.Subject == subject)
            {
                subscription.Changed();
            }
        }
    }

    /// <summary>Subscriptions alive; returns to zero when every page is left.</summary>
    public int Count => _subscriptions.Count;

    private sealed class Subscription(ChangeSignal owner, string subject, Action changed) : IDisposable
    {
        public string Subject { get; } = subject;

        public Action Changed { get; } = changed;

        public void Dispose() => owner._subscriptions.TryRemove(this, out _);
    }
}
