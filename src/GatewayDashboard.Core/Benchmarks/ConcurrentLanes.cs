namespace GatewayDashboard.Core.Benchmarks;

/// <summary>Keeps a fixed number of calls in flight. One caller starts and drains them.</summary>
internal sealed class ConcurrentLanes(int count) : IDisposable
{
    private readonly SemaphoreSlim _free = new(count);
    private readonly List<Task> _running = [];

    /// <summary>Waits for a free place, starts the work and returns while it runs.</summary>
    public async Task StartAsync(Func<Task> work, CancellationToken cancellationToken)
    {
        await _free.WaitAsync(cancellationToken).ConfigureAwait(false);
        _running.Add(RunAsync(work));
    }

    /// <summary>Waits for everything in flight; what went wrong in it comes out here.</summary>
    public async Task DrainAsync()
    {
        var running = _running.ToArray();
        _running.Clear();
        await Task.WhenAll(running).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public void Dispose() => _free.Dispose();

    private async Task RunAsync(Func<Task> work)
    {
        try
        {
            await work().ConfigureAwait(false);
        }
        finally
        {
            _free.Release();
        }
    }
}
