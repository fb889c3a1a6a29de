using GatewayDashboard.Core.Benchmarks;
using GatewayDashboard.Core.Measurement;
using GatewayDashboard.Data.Spending;
using Microsoft.EntityFrameworkCore;

namespace GatewayDashboard.Data.Runs;

/// <summary>Makes, claims and ends runs. Every change of state is one conditional update, so two instances never both win.</summary>
public sealed class RunStore(IDbContextFactory<DashboardDbContext> contexts, TimeProvider time)
{
    /// <summary>Makes a run with all its planned calls in one transaction.</summary>
    /// <returns>Its id, or null where its slot already has a run.</returns>
    public async Task<long?> CreateAsync(NewRun run, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(run);
        var db = await contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        await using var _ = db.ConfigureAwait(false);
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        var transaction = await db.Database.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
        await using var __ = transaction.ConfigureAwait(false);
        var row = RowOf(run);
        db.Runs.Add(row);
        try
        {
            await db.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (DbUpdateException) when (run.SlotKey is not null)
        {
            await transaction.RollbackAsync(cancellationToken).ConfigureAwait(false);
            if (await db.Runs.AnyAsync(other => other.SlotKey == run.SlotKey, cancellationToken).ConfigureAwait(false))
            {
                return null;
            }

            throw;
        }

        db.Calls.AddRange(run.Calls.Select(call => LedgerCall.Planned(row.Id, call)));
        await db.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
        return row.Id;
    }

    /// <summary>Takes a queued run. Of any number of callers exactly one gets it.</summary>
    /// <returns>The claim, or null where the run is not waiting.</returns>
    public async Task<RunClaim?> ClaimAsync(long runId, string owner, CancellationToken cancellationToken = default)
    {
        var now = time.GetUtcNow();
        var db = await contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        await using var _ = db.ConfigureAwait(false);
        var transaction = await db.Database.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
        await using var __ = transaction.ConfigureAwait(false);
        var won = await db.Runs.Where(run => run.Id == runId && run.State == RunState.Queued)
            .ExecuteUpdateAsync(
                set => set.SetProperty(run => run.State, RunState.Running)
                    .SetProperty(run => run.Owner, owner)
                    .SetProperty(run => run.Epoch, run => run.Epoch + 1)
                    .SetProperty(run => run.ClaimedAt, now)
                    .SetProperty(run => run.HeartbeatAt, now),
                cancellationToken)
            .ConfigureAwait(false);
        if (won == 0)
        {
            return null;
        }

        var epoch = await db.Runs.Where(run => run.Id == runId).Select(run => run.Epoch).SingleAsync(cancellationToken).ConfigureAwait(false);
        await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
        return new(runId, owner, epoch);
    }

    /// <summary>Says that the owner lives, and hears whether it may go on.</summary>
    public async Task<RunSignal> HeartbeatAsync(RunClaim claim, CancellationToken cancellationToken = default)
    {
        var now = time.GetUtcNow();
        var db = await contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        await using var _ = db.ConfigureAwait(false);
        var ours = await db.Runs.HeldBy(claim)
            .ExecuteUpdateAsync(set => set.SetProperty(run => run.HeartbeatAt, now), cancellationToken).ConfigureAwait(false);
        if (ours == 0)
        {
            return RunSignal.Lost;
        }

        var cancel = await db.Runs.Where(run => run.Id == claim.RunId).Select(run => run.CancelRequested).SingleAsync(cancellationToken).ConfigureAwait(false);
        return cancel ? RunSignal.Cancel : RunSignal.Continue;
    }

    /// <summary>Asks a run to end: a waiting one ends at once, a running one when its owner hears of it.</summary>
    /// <returns>Whether there was anything to end.</returns>
    public async Task<bool> RequestCancelAsync(long runId, CancellationToken cancellationToken = default)
    {
        var now = time.GetUtcNow();
        var db = await contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        await using var _ = db.ConfigureAwait(false);
        var waiting = await db.Runs.Where(run => run.Id == runId && run.State == RunState.Queued)
            .ExecuteUpdateAsync(
                set => set.SetProperty(run => run.State, RunState.Cancelled).SetProperty(run => run.CancelRequested, true).SetProperty(run => run.EndedAt, now),
                cancellationToken)
            .ConfigureAwait(false);
        return waiting > 0 || await db.Runs.Where(run => run.Id == runId && run.State == RunState.Running)
            .ExecuteUpdateAsync(set => set.SetProperty(run => run.CancelRequested, true), cancellationToken).ConfigureAwait(false) > 0;
    }

    /// <summary>Puts an interrupted or stopped run back in the queue; only calls never sent are left in its plan.</summary>
    /// <returns>Whether it was in such a state.</returns>
    public async Task<bool> ContinueAsync(long runId, CancellationToken cancellationToken = default)
    {
        var db = await contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        await using var _ = db.ConfigureAwait(false);
        return await db.Runs.Where(run => run.Id == runId && (run.State == RunState.Interrupted || run.State == RunState.Stopped))
            .ExecuteUpdateAsync(
                set => set.SetProperty(run => run.State, RunState.Queued)
                    .SetProperty(run => run.CancelRequested, false)
                    .SetProperty(run => run.StopReason, (string?)null)
                    .SetProperty(run => run.EndedAt, (DateTimeOffset?)null),
                cancellationToken)
            .ConfigureAwait(false) > 0;
    }

    /// <summary>Ends a run. What is still set aside is given back; a call marked as sent without a sample is charged in full.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="state">A final state.</param>
    /// <param name="reason">Why, in words, for stopped and interrupted runs.</param>
    /// <param name="clock">Who held the watch, or null where nothing was measured.</param>
    /// <param name="selfAudit">What the run found out about its own error, as JSON, or null.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>False where the run was no longer ours; nothing is changed then.</returns>
    public async Task<bool> FinishAsync(
        RunClaim claim, RunState state, string? reason = null, ArrivalClock? clock = null, string? selfAudit = null, CancellationToken cancellationToken = default)
    {
        if (state is RunState.Queued or RunState.Running)
        {
            throw new ArgumentOutOfRangeException(nameof(state), state, "Not a final state.");
        }

        var now = time.GetUtcNow();
        var db = await contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        await using var _ = db.ConfigureAwait(false);
        var transaction = await db.Database.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
        await using var __ = transaction.ConfigureAwait(false);
        var ours = await db.Runs.HeldBy(claim)
            .ExecuteUpdateAsync(
                set => set.SetProperty(run => run.State, state)
                    .SetProperty(run => run.StopReason, reason)
                    .SetProperty(run => run.Clock, clock)
                    .SetProperty(run => run.SelfAudit, selfAudit)
                    .SetProperty(run => run.EndedAt, now),
                cancellationToken)
            .ConfigureAwait(false);
        if (ours == 0)
        {
            return false;
        }

        await Settlement.CloseOpenCallsAsync(db, claim.RunId, now, cancellationToken).ConfigureAwait(false);
        await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
        return true;
    }

    private Run RowOf(NewRun run) => new()
    {
        BenchmarkId = run.BenchmarkId,
        Name = run.Definition.Name,
        Definition = run.Definition,
        Targets = run.Targets,
        Seed = run.Seed,
        SlotKey = run.SlotKey,
        ScheduledFor = run.ScheduledFor,
        Region = run.Region,
        Vantage = run.Vantage,
        Provenance = run.Provenance,
        RequestedAt = time.GetUtcNow(),
        PlannedCalls = run.Calls.Count,
        Notes = run.Notes,
        Tags = run.Tags,
        CapUnits = UsdUnits.From(run.Definition.RunCapUsd),
    };
}
