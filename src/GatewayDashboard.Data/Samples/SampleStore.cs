using System.Runtime.CompilerServices;
using GatewayDashboard.Core.Benchmarks;
using GatewayDashboard.Core.Spending;
using GatewayDashboard.Data.Runs;
using GatewayDashboard.Data.Spending;
using Microsoft.EntityFrameworkCore;

namespace GatewayDashboard.Data.Samples;

/// <summary>Keeps samples: once a call here has returned, a crash cannot lose what it was given.</summary>
public sealed class SampleStore(IDbContextFactory<DashboardDbContext> contexts, TimeProvider time)
{
    /// <summary>Keeps a sample with its fault and events and charges its call, in one transaction.</summary>
    /// <returns>False, with nothing kept, where the call is not open under this claim: kept before, given up, or not ours any more.</returns>
    public async Task<bool> AppendAsync(RunClaim claim, Sample sample, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(claim);
        ArgumentNullException.ThrowIfNull(sample);
        var db = await contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        await using var _ = db.ConfigureAwait(false);
        var transaction = await db.Database.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
        await using var __ = transaction.ConfigureAwait(false);
        var open = await db.Calls.AsNoTracking()
            .SingleOrDefaultAsync(
                call => call.Id == sample.Call.Id && call.RunId == claim.RunId && call.Epoch == claim.Epoch
                    && (call.State == CallState.Sent || call.State == CallState.Reserved),
                cancellationToken)
            .ConfigureAwait(false);
        if (open is null)
        {
            return false;
        }

        var charge = CallCharge.Of(
            sample.Measurement.Outcome, UsdUnits.ToUsd(open.ReservedUnits), sample.CostUsd, sample.Measurement.Timeline.FirstToken is not null);
        if (!await Settlement.EndAsync(db, open, charge.State, UsdUnits.From(charge.Usd), time.GetUtcNow(), cancellationToken).ConfigureAwait(false))
        {
            return false;
        }

        var targets = await db.Runs.Where(run => run.Id == claim.RunId).Select(run => run.Targets).SingleAsync(cancellationToken).ConfigureAwait(false);
        var variant = targets.FirstOrDefault(target => target.Key == sample.Call.TargetKey)?.Offer.Variant.ToString() ?? "";
        db.Samples.Add(SampleTranslation.ToRow(sample, claim.RunId, variant));
        await db.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
        return true;
    }

    /// <summary>The samples of a run in plan order, as they were measured.</summary>
    /// <param name="runId">The run.</param>
    /// <param name="events">Whether event times and headers are wanted; they are gone after 30 days.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async IAsyncEnumerable<Sample> ReadAsync(long runId, bool events, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var db = await contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        await using var _ = db.ConfigureAwait(false);
        var rows = db.Samples.AsNoTracking().Include(row => row.Call).Include(row => row.Fault).Where(row => row.RunId == runId);
        if (events)
        {
            rows = rows.Include(row => row.Events);
        }

        var ordered = rows.OrderBy(row => row.Block).ThenBy(row => row.Call!.Position);
        await foreach (var row in ordered.AsAsyncEnumerable().WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            yield return SampleTranslation.ToSample(row);
        }
    }
}
