using GatewayDashboard.Core.Benchmarks;
using GatewayDashboard.Core.Spending;
using GatewayDashboard.Data.Spending;
using Microsoft.EntityFrameworkCore;

namespace GatewayDashboard.Data.Runs;

/// <summary>A run whose owner died, and what became of its calls.</summary>
/// <param name="RunId">The run.</param>
/// <param name="Done">Calls that ended, with their samples.</param>
/// <param name="NotSent">Calls that were never sent; "continue" sends them.</param>
/// <param name="Ambiguous">Calls that were sent, their end unknown: charged in full, never sent again.</param>
public sealed record InterruptedRun(long RunId, int Done, int NotSent, int Ambiguous);

/// <summary>Cleans up after processes that died: nothing stays running without an owner, nothing is bought twice.</summary>
public sealed class RunRecovery(IDbContextFactory<DashboardDbContext> contexts, TimeProvider time)
{
    // A call outside a run has no heartbeat; the longest one may take is far below this.
    private static readonly TimeSpan LongestLoneCall = TimeSpan.FromMinutes(15);

    /// <summary>Interrupts the runs of dead owners and closes the calls they left open.</summary>
    /// <param name="lease">How old a heartbeat must be for its owner to count as dead; zero at the start of the only process.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<IReadOnlyList<InterruptedRun>> InterruptDeadAsync(TimeSpan lease, CancellationToken cancellationToken = default)
    {
        var now = time.GetUtcNow();
        var dead = now - lease;
        var db = await contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        await using var _ = db.ConfigureAwait(false);
        var candidates = await db.Runs.Where(run => run.State == RunState.Running && (run.HeartbeatAt == null || run.HeartbeatAt <= dead))
            .Select(run => run.Id).ToListAsync(cancellationToken).ConfigureAwait(false);
        var interrupted = new List<InterruptedRun>();
        foreach (var id in candidates)
        {
            if (await InterruptAsync(db, id, dead, now, cancellationToken).ConfigureAwait(false) is { } run)
            {
                interrupted.Add(run);
            }
        }

        await CloseLoneCallsAsync(db, now - (lease == TimeSpan.Zero ? lease : LongestLoneCall), now, cancellationToken).ConfigureAwait(false);
        return interrupted;
    }

    private static async Task<InterruptedRun?> InterruptAsync(DashboardDbContext db, long id, DateTimeOffset dead, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var transaction = await db.Database.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
        await using var _ = transaction.ConfigureAwait(false);
        var won = await db.Runs.Where(run => run.Id == id && run.State == RunState.Running && (run.HeartbeatAt == null || run.HeartbeatAt <= dead))
            .ExecuteUpdateAsync(
                set => set.SetProperty(run => run.State, RunState.Interrupted)
                    .SetProperty(run => run.StopReason, "The program ended during the run.")
                    .SetProperty(run => run.EndedAt, now),
                cancellationToken)
            .ConfigureAwait(false);
        if (won == 0)
        {
            return null;
        }

        await Settlement.CloseOpenCallsAsync(db, id, now, cancellationToken).ConfigureAwait(false);
        var states = await db.Calls.Where(call => call.RunId == id).GroupBy(call => call.State)
            .Select(group => new { group.Key, Count = group.Count() })
            .ToDictionaryAsync(group => group.Key, group => group.Count, cancellationToken).ConfigureAwait(false);
        await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
        return new(
            id,
            states.GetValueOrDefault(CallState.Settled) + states.GetValueOrDefault(CallState.Void),
            states.GetValueOrDefault(CallState.Planned),
            states.GetValueOrDefault(CallState.Ambiguous));
    }

    private static async Task CloseLoneCallsAsync(DashboardDbContext db, DateTimeOffset before, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var transaction = await db.Database.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
        await using var _ = transaction.ConfigureAwait(false);
        var open = await db.Calls.AsNoTracking()
            .Where(call => call.RunId == null && call.State == CallState.Sent && call.SentAt <= before)
            .ToListAsync(cancellationToken).ConfigureAwait(false);
        foreach (var call in open)
        {
            await Settlement.EndAsync(db, call, CallState.Ambiguous, call.ReservedUnits, now, cancellationToken).ConfigureAwait(false);
        }

        await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
    }
}
