using GatewayDashboard.Core.Spending;
using Microsoft.EntityFrameworkCore;

namespace GatewayDashboard.Data.Spending;

/// <summary>
/// Moves money from set aside to spent, inside the caller's transaction. Rows are always written in the order run, call, day, everything,
/// so that two transactions never wait for each other in a circle.
/// </summary>
internal static class Settlement
{
    /// <summary>Ends an open call. False, with nothing kept by the caller, where somebody else ended it first.</summary>
    public static async Task<bool> EndAsync(
        DashboardDbContext db, LedgerCall call, CallState state, long chargeUnits, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await MoveRunAsync(db, call.RunId, call.ReservedUnits, chargeUnits, cancellationToken).ConfigureAwait(false);
        var ended = await db.Calls.Where(row => row.Id == call.Id && row.State == call.State && row.Epoch == call.Epoch)
            .ExecuteUpdateAsync(
                set => set.SetProperty(row => row.State, state).SetProperty(row => row.SettledUnits, chargeUnits).SetProperty(row => row.EndedAt, now),
                cancellationToken)
            .ConfigureAwait(false);
        if (ended == 0)
        {
            return false;
        }

        await MovePeriodAsync(db, call.Period, call.ReservedUnits, chargeUnits, cancellationToken).ConfigureAwait(false);
        return true;
    }

    /// <summary>Closes what a run left open: reserved calls go back to the plan, sent ones are charged in full.</summary>
    public static async Task CloseOpenCallsAsync(DashboardDbContext db, long runId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var open = await db.Calls.AsNoTracking()
            .Where(call => call.RunId == runId && (call.State == CallState.Reserved || call.State == CallState.Sent))
            .OrderBy(call => call.Id).ToListAsync(cancellationToken).ConfigureAwait(false);
        foreach (var call in open)
        {
            if (call.State == CallState.Sent)
            {
                await EndAsync(db, call, CallState.Ambiguous, call.ReservedUnits, now, cancellationToken).ConfigureAwait(false);
            }
            else
            {
                await GiveBackAsync(db, call, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Puts a call that was not sent back into the plan and its money back where it came from.</summary>
    public static async Task<bool> GiveBackAsync(DashboardDbContext db, LedgerCall call, CancellationToken cancellationToken)
    {
        await MoveRunAsync(db, call.RunId, call.ReservedUnits, 0, cancellationToken).ConfigureAwait(false);
        var given = await db.Calls.Where(row => row.Id == call.Id && row.State == call.State && row.Epoch == call.Epoch)
            .ExecuteUpdateAsync(
                set => set.SetProperty(row => row.State, CallState.Planned)
                    .SetProperty(row => row.ReservedUnits, 0L)
                    .SetProperty(row => row.Period, (string?)null)
                    .SetProperty(row => row.ReservedAt, (DateTimeOffset?)null)
                    .SetProperty(row => row.SentAt, (DateTimeOffset?)null),
                cancellationToken)
            .ConfigureAwait(false);
        if (given == 0)
        {
            return false;
        }

        await MovePeriodAsync(db, call.Period, call.ReservedUnits, 0, cancellationToken).ConfigureAwait(false);
        return true;
    }

    private static async Task MoveRunAsync(DashboardDbContext db, long? runId, long reserved, long charge, CancellationToken cancellationToken)
    {
        if (runId is null || (reserved == 0 && charge == 0))
        {
            return;
        }

        var (within, over) = Split(reserved, charge);
        await db.Runs.Where(run => run.Id == runId)
            .ExecuteUpdateAsync(
                set => set.SetProperty(run => run.ReservedUnits, run => run.ReservedUnits - reserved)
                    .SetProperty(run => run.SpentUnits, run => run.SpentUnits + within)
                    .SetProperty(run => run.OverrunUnits, run => run.OverrunUnits + over),
                cancellationToken)
            .ConfigureAwait(false);
    }

    private static async Task MovePeriodAsync(DashboardDbContext db, string? day, long reserved, long charge, CancellationToken cancellationToken)
    {
        if (day is null)
        {
            return;
        }

        var (within, over) = Split(reserved, charge);
        foreach (var period in new[] { day, SpendingPeriod.Everything })
        {
            await db.Spending.Where(row => row.Period == period)
                .ExecuteUpdateAsync(
                    set => set.SetProperty(row => row.ReservedUnits, row => row.ReservedUnits - reserved)
                        .SetProperty(row => row.SpentUnits, row => row.SpentUnits + within)
                        .SetProperty(row => row.OverrunUnits, row => row.OverrunUnits + over),
                    cancellationToken)
                .ConfigureAwait(false);
        }
    }

    private static (long Within, long Over) Split(long reserved, long charge) => (Math.Min(charge, reserved), Math.Max(charge - reserved, 0));
}
