using System.Diagnostics;

namespace GatewayDashboard.Core.Completions;

/// <summary>Which of a call's time limits runs.</summary>
internal enum CallPhase
{
    Connect,
    Headers,
    FirstToken,
    Idle,
    AfterFinish,
    AfterDone,
    Total,
}

/// <summary>
/// The time limits of one call on one timer: a phase's limit and the total. Setting the next deadline is one write, so that a limit
/// which every token moves costs nothing.
/// </summary>
internal sealed class CallClocks : IDisposable
{
    private readonly CancellationTokenSource _stop;
    private readonly CancellationToken _token;
    private readonly ITimer _timer;
    private readonly long _total;
    private long _deadline = long.MaxValue;
    private int _phase;
    private int _expired = -1;

    public CallClocks(TimeProvider time, TimeSpan total, CancellationToken cancellationToken)
    {
        _stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        _token = _stop.Token;
        _total = Stopwatch.GetTimestamp() + Ticks(total);
        _timer = time.CreateTimer(static state => ((CallClocks)state!).Look(), this, total, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Fires when a limit has passed or the caller gives up.</summary>
    public CancellationToken Token => _token;

    /// <summary>The limit that passed, or null.</summary>
    public CallPhase? Expired => Volatile.Read(ref _expired) is >= 0 and var phase ? (CallPhase)phase : null;

    /// <summary>A new phase begins: its limit counts from <paramref name="from"/>.</summary>
    public void Begin(CallPhase phase, long from, TimeSpan limit)
    {
        Volatile.Write(ref _phase, (int)phase);
        Volatile.Write(ref _deadline, from + Ticks(limit));
        Arm();
    }

    /// <summary>The same phase begins again, as with every token; only for a deadline that moves away.</summary>
    public void Extend(long from, TimeSpan limit) => Volatile.Write(ref _deadline, from + Ticks(limit));

    public void Dispose()
    {
        _timer.Dispose();
        _stop.Dispose();
    }

    private void Look()
    {
        var now = Stopwatch.GetTimestamp();
        if (now < Volatile.Read(ref _deadline) && now < _total)
        {
            Arm();
            return;
        }

        Volatile.Write(ref _expired, now >= _total ? (int)CallPhase.Total : Volatile.Read(ref _phase));
        try
        {
            _stop.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // The call ended in this very moment.
        }
    }

    private void Arm()
    {
        var left = Math.Min(Volatile.Read(ref _deadline), _total) - Stopwatch.GetTimestamp();
        var wait = TimeSpan.FromSeconds(Math.Max(0, left) / (double)Stopwatch.Frequency);
        // Timers count whole milliseconds and may be early by one.
        _timer.Change(wait + TimeSpan.FromMilliseconds(1), Timeout.InfiniteTimeSpan);
    }

    private static long Ticks(TimeSpan time) => (long)(Math.Clamp(time.TotalSeconds, 0, TimeSpan.FromDays(1).TotalSeconds) * Stopwatch.Frequency);
}
