using GatewayDashboard.Data.Runs;
using GatewayDashboard.Data.Storage;
using GatewayDashboard.Live;

namespace GatewayDashboard.Jobs;

/// <summary>Marks runs whose process died as interrupted: before anything runs, and from then on where other processes share the database.</summary>
internal sealed partial class DeadRuns(RunRecovery recovery, DatabaseOptions database, ChangeSignal signal, TimeProvider time, ILogger<DeadRuns> logger)
    : BackgroundService, IHostedLifecycleService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(10);

    // A heartbeat comes every two seconds; an owner this silent is dead or cut off, and its next write is refused.
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);

    private bool Alone => database.Provider == DatabaseProvider.Sqlite;

    /// <inheritdoc/>
    public Task StartingAsync(CancellationToken cancellationToken) =>
        // The only process on a SQLite file owns every run it finds, so whatever is still marked as running is dead.
        InterruptAsync(Alone ? TimeSpan.Zero : Lease, cancellationToken);

    /// <inheritdoc/>
    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        while (!Alone && await timer.WaitForNextTickAsync(stoppingToken))
        {
            await InterruptAsync(Lease, stoppingToken);
        }
    }

    private async Task InterruptAsync(TimeSpan lease, CancellationToken cancellationToken)
    {
        foreach (var run in await recovery.InterruptDeadAsync(lease, cancellationToken))
        {
            LogInterrupted(run.RunId, run.Done, run.NotSent, run.Ambiguous);
            signal.Raise(Subjects.Run(run.RunId));
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Run {RunId} was interrupted: {Done} calls done, {NotSent} not sent, {Ambiguous} sent without a known end")]
    private partial void LogInterrupted(long runId, int done, int notSent, int ambiguous);
}
