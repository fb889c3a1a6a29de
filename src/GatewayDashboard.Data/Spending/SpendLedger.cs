using GatewayDashboard.Core.Completions;
using GatewayDashboard.Core.Measurement;
using GatewayDashboard.Core.Spending;
using GatewayDashboard.Data.Runs;
using Microsoft.EntityFrameworkCore;

namespace GatewayDashboard.Data.Spending;

/// <summary>
/// Hands out the permits without which nothing is sent. Spent plus set aside stays within each cap at every commit, in any number of
/// processes: each step is one conditional update, and the rows carry the rule as a constraint.
/// </summary>
public sealed class SpendLedger(IDbContextFactory<DashboardDbContext> contexts, TimeProvider time)
{
    /// <summary>Sets the worst case of a block aside, in one transaction: all of it or nothing.</summary>
    public async Task<Reservation> ReserveBlockAsync(RunClaim claim, IReadOnlyList<CallReservation> calls, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(claim);
        ArgumentNullException.ThrowIfNull(calls);
        var units = calls.Sum(call => UsdUnits.From(call.WorstCaseUsd));
        var now = time.GetUtcNow();
        var db = await contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        await using var _ = db.ConfigureAwait(false);
        var transaction = await db.Database.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
        await using var __ = transaction.ConfigureAwait(false);
        var taken = await db.Runs.HeldBy(claim)
            .Where(run => !run.CancelRequested && run.SpentUnits + run.ReservedUnits + run.OverrunUnits + units <= run.CapUnits)
            .ExecuteUpdateAsync(set => set.SetProperty(run => run.ReservedUnits, run => run.ReservedUnits + units), cancellationToken)
            .ConfigureAwait(false);
        if (taken == 0)
        {
            return await WhyNotAsync(db, claim, units, cancellationToken).ConfigureAwait(false);
        }

        var provenance = await db.Runs.Where(run => run.Id == claim.RunId).Select(run => run.Provenance).SingleAsync(cancellationToken).ConfigureAwait(false);
        var day = provenance == Provenance.Simulated ? null : SpendingPeriod.DayOf(now);
        foreach (var call in calls.OrderBy(call => call.RequestId, StringComparer.Ordinal))
        {
            if (!await ReserveAsync(db, claim, call, day, now, cancellationToken).ConfigureAwait(false))
            {
                return Reservation.Refused(SpendLimit.NotPlanned, $"Call {call.RequestId} is not in the plan or was sent before.");
            }
        }

        if (day is not null && await SpendingLimits.TakeAsync(db, day, units, cancellationToken).ConfigureAwait(false) is { } refusal)
        {
            return new([], refusal);
        }

        await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
        return new([.. calls.Select(call => new CallPermit(call.RequestId, call.WorstCaseUsd))], null);
    }

    /// <summary>Marks reserved calls as sent; commit it just before their bytes leave.</summary>
    /// <returns>False where one of them is no longer reserved under this claim: send none of them.</returns>
    public async Task<bool> MarkSentAsync(RunClaim claim, IReadOnlyCollection<string> requestIds, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(claim);
        ArgumentNullException.ThrowIfNull(requestIds);
        var now = time.GetUtcNow();
        var db = await contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        await using var _ = db.ConfigureAwait(false);
        var transaction = await db.Database.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
        await using var __ = transaction.ConfigureAwait(false);
        var marked = await db.Calls
            .Where(call => call.RunId == claim.RunId && call.Epoch == claim.Epoch && call.State == CallState.Reserved && requestIds.Contains(call.Id))
            .ExecuteUpdateAsync(set => set.SetProperty(call => call.State, CallState.Sent).SetProperty(call => call.SentAt, now), cancellationToken)
            .ConfigureAwait(false);
        if (marked != requestIds.Count)
        {
            return false;
        }

        await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
        return true;
    }

    /// <summary>Gives leave back for calls that were not sent after all; they are in the plan again.</summary>
    public async Task ReturnAsync(RunClaim claim, IReadOnlyCollection<string> requestIds, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(claim);
        var db = await contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        await using var _ = db.ConfigureAwait(false);
        foreach (var id in requestIds)
        {
            var transaction = await db.Database.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
            await using var __ = transaction.ConfigureAwait(false);
            var call = await db.Calls.AsNoTracking()
                .SingleOrDefaultAsync(
                    row => row.Id == id && row.RunId == claim.RunId && row.Epoch == claim.Epoch && (row.State == CallState.Reserved || row.State == CallState.Sent),
                    cancellationToken)
                .ConfigureAwait(false);
            if (call is not null && await Settlement.GiveBackAsync(db, call, cancellationToken).ConfigureAwait(false))
            {
                await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Gives leave for one call outside a run and marks it as sent in the same commit; send it at once or settle it as void.</summary>
    public async Task<Reservation> ReserveAsync(LoneCall call, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(call);
        var now = time.GetUtcNow();
        var day = call.Provenance == Provenance.Simulated ? null : SpendingPeriod.DayOf(now);
        var units = UsdUnits.From(call.WorstCaseUsd);
        var db = await contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        await using var _ = db.ConfigureAwait(false);
        var transaction = await db.Database.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
        await using var __ = transaction.ConfigureAwait(false);
        db.Calls.Add(new()
        {
            Id = call.RequestId,
            Purpose = call.Purpose,
            TargetKey = call.TargetKey,
            State = CallState.Sent,
            Period = day,
            ReservedUnits = units,
            ReservedAt = now,
            SentAt = now,
        });
        await db.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        if (day is not null && await SpendingLimits.TakeAsync(db, day, units, cancellationToken).ConfigureAwait(false) is { } refusal)
        {
            return new([], refusal);
        }

        await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
        return new([new(call.RequestId, call.WorstCaseUsd)], null);
    }

    /// <summary>Charges a call outside a run once it has ended. Calls of a run are settled together with their sample.</summary>
    /// <returns>False where it was not open.</returns>
    public async Task<bool> SettleAsync(string requestId, Outcome outcome, decimal? costUsd, bool sawToken, CancellationToken cancellationToken = default)
    {
        var db = await contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        await using var _ = db.ConfigureAwait(false);
        var transaction = await db.Database.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
        await using var __ = transaction.ConfigureAwait(false);
        var call = await db.Calls.AsNoTracking()
            .SingleOrDefaultAsync(row => row.Id == requestId && row.RunId == null && row.State == CallState.Sent, cancellationToken).ConfigureAwait(false);
        if (call is null)
        {
            return false;
        }

        var charge = CallCharge.Of(outcome, UsdUnits.ToUsd(call.ReservedUnits), costUsd, sawToken);
        var ended = await Settlement.EndAsync(db, call, charge.State, UsdUnits.From(charge.Usd), time.GetUtcNow(), cancellationToken).ConfigureAwait(false);
        if (ended)
        {
            await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
        }

        return ended;
    }

    /// <summary>What was spent and is set aside on a UTC day, or in all (<see cref="SpendingPeriod.Everything"/>); null where nothing was.</summary>
    public async Task<SpendingPeriod?> FindAsync(string period, CancellationToken cancellationToken = default)
    {
        var db = await contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        await using var _ = db.ConfigureAwait(false);
        return await db.Spending.AsNoTracking().SingleOrDefaultAsync(row => row.Period == period, cancellationToken).ConfigureAwait(false);
    }

    private static async Task<bool> ReserveAsync(
        DashboardDbContext db, RunClaim claim, CallReservation call, string? day, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var units = UsdUnits.From(call.WorstCaseUsd);
        return await db.Calls.Where(row => row.Id == call.RequestId && row.RunId == claim.RunId && row.State == CallState.Planned)
            .ExecuteUpdateAsync(
                set => set.SetProperty(row => row.State, CallState.Reserved)
                    .SetProperty(row => row.Epoch, claim.Epoch)
                    .SetProperty(row => row.Period, day)
                    .SetProperty(row => row.ReservedUnits, units)
                    .SetProperty(row => row.ReservedAt, now),
                cancellationToken)
            .ConfigureAwait(false) == 1;
    }

    private static async Task<Reservation> WhyNotAsync(DashboardDbContext db, RunClaim claim, long units, CancellationToken cancellationToken)
    {
        var run = await db.Runs.HeldBy(claim).AsNoTracking().SingleOrDefaultAsync(cancellationToken).ConfigureAwait(false);
        if (run is null)
        {
            return Reservation.Refused(SpendLimit.Lost, "The run is no longer carried out here.");
        }

        return run.CancelRequested
            ? Reservation.Refused(SpendLimit.CancelRequested, "The run was asked to end.")
            : Reservation.Refused(
                SpendLimit.RunCap,
                SpendingLimits.Sentence("run", run.CapUsd, UsdUnits.ToUsd(run.SpentUnits + run.OverrunUnits + run.ReservedUnits), UsdUnits.ToUsd(units)));
    }
}
