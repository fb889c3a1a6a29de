using GatewayDashboard.Core.Spending;
using GatewayDashboard.Data.Spending;
using Microsoft.EntityFrameworkCore;

namespace GatewayDashboard.Data.Runs;

/// <summary>Reads runs and their calls.</summary>
public sealed class RunQueries(IDbContextFactory<DashboardDbContext> contexts)
{
    /// <summary>One run, or null.</summary>
    public async Task<Run?> FindAsync(long runId, CancellationToken cancellationToken = default)
    {
        var db = await contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        await using var _ = db.ConfigureAwait(false);
        return await db.Runs.AsNoTracking().SingleOrDefaultAsync(run => run.Id == runId, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>One page of runs, newest first.</summary>
    /// <param name="filter">Which runs.</param>
    /// <param name="skip">How many to leave out, from the newest.</param>
    /// <param name="take">How many at most, 1 to 500.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<RunPage> ListAsync(RunFilter filter, int skip = 0, int take = 50, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var db = await contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        await using var _ = db.ConfigureAwait(false);
        var wanted = Where(db.Runs.AsNoTracking(), filter);
        var total = await wanted.CountAsync(cancellationToken).ConfigureAwait(false);
        var page = await wanted.OrderByDescending(run => run.RequestedAt).ThenByDescending(run => run.Id)
            .Skip(skip).Take(Math.Clamp(take, 1, 500)).ToListAsync(cancellationToken).ConfigureAwait(false);
        return new(page, total);
    }

    /// <summary>The calls of a run in plan order.</summary>
    public async Task<IReadOnlyList<LedgerCall>> CallsAsync(long runId, CancellationToken cancellationToken = default)
    {
        var db = await contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        await using var _ = db.ConfigureAwait(false);
        return await db.Calls.AsNoTracking().Where(call => call.RunId == runId)
            .OrderBy(call => call.Block).ThenBy(call => call.Position).ToListAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>How many calls of a run stand where; states without calls are left out.</summary>
    public async Task<IReadOnlyDictionary<CallState, int>> ProgressAsync(long runId, CancellationToken cancellationToken = default)
    {
        var db = await contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        await using var _ = db.ConfigureAwait(false);
        return await db.Calls.Where(call => call.RunId == runId).GroupBy(call => call.State)
            .Select(group => new { group.Key, Count = group.Count() })
            .ToDictionaryAsync(group => group.Key, group => group.Count, cancellationToken).ConfigureAwait(false);
    }

    private static IQueryable<Run> Where(IQueryable<Run> runs, RunFilter filter)
    {
        if (filter.States.Count > 0)
        {
            runs = runs.Where(run => filter.States.Contains(run.State));
        }

        if (filter.Provenance is { } provenance)
        {
            runs = runs.Where(run => run.Provenance == provenance);
        }

        if (filter.BenchmarkId is { } benchmark)
        {
            runs = runs.Where(run => run.BenchmarkId == benchmark);
        }

        if (filter.Vantage is { } vantage)
        {
            runs = runs.Where(run => run.Vantage == vantage);
        }

        if (filter.From is { } from)
        {
            runs = runs.Where(run => run.RequestedAt >= from);
        }

        if (filter.To is { } to)
        {
            runs = runs.Where(run => run.RequestedAt < to);
        }

        if (string.IsNullOrWhiteSpace(filter.Text))
        {
            return runs;
        }

        var text = filter.Text.Trim().ToLowerInvariant();
#pragma warning disable CA1304, CA1311, CA1862 // Translated to SQL's lower(); culture has no say there.
        return runs.Where(run => run.Name.ToLower().Contains(text) || (run.Notes != null && run.Notes.ToLower().Contains(text)));
#pragma warning restore CA1304, CA1311, CA1862
    }
}
