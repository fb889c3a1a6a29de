namespace GatewayDashboard.Live;

/// <summary>A page's one clock: calls back at most once an interval, and only when something was signalled since.</summary>
public sealed class PageClock : IAsyncDisposable
{
    private readonly PeriodicTimer _timer;
    private readonly Func<Task> _tick;
    private readonly Task _loop;
    private int _signalled;

    /// <summary>Starts ticking.</summary>
    /// <param name="interval">Least time between two callbacks: 250 ms on most pages, 100 ms in the playground.</param>
    /// <param name="tick">Reads a snapshot and renders; runs off the render context, so it starts with <c>InvokeAsync</c>.</param>
    /// <param name="time">The clock.</param>
    public PageClock(TimeSpan interval, Func<Task> tick, TimeProvider time)
    {
        _timer = new PeriodicTimer(interval, time);
        _tick = tick;
        _loop = LoopAsync();
    }

    /// <summary>Asks for a callback at the next tick. Cheap, from any thread.</summary>
    public void Signal() => Volatile.Write(ref _signalled, 1);

    /// <summary>Stops the clock and waits for a callback that is under way.</summary>
    public async ValueTask DisposeAsync()
    {
        _timer.Dispose();
        await _loop;
    }

    private async Task LoopAsync()
    {
        while (await _timer.WaitForNextTickAsync())
        {
            if (Interlocked.Exchange(ref _signalled, 0) == 1)
            {
                await _tick();
            }
        }
    }
}
