using GatewayDashboard.Core.Benchmarks;
using GatewayDashboard.Core.Measurement;
using GatewayDashboard.Data.Runs;
using Microsoft.EntityFrameworkCore;

namespace GatewayDashboard.Data.History;

/// <summary>Keeps the figures of runs for ever and reads them as history.</summary>
public sealed class SummaryStore(IDbContextFactory<DashboardDbContext> contexts)
{
    /// <summary>Keeps the summary of a run, whole and as one row per target and prompt, in the place of earlier ones.</summary>
    public async Task SaveAsync(Run run, RunSummary summary, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(summary);
        var db = await contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        await using var _ = db.ConfigureAwait(false);
        var transaction = await db.Database.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
        await using var __ = transaction.ConfigureAwait(false);
        await db.RunResults.Where(result => result.RunId == run.Id).ExecuteDeleteAsync(cancellationToken).ConfigureAwait(false);
        await db.RunSummaries.Where(row => row.RunId == run.Id).ExecuteDeleteAsync(cancellationToken).ConfigureAwait(false);
        db.RunResults.Add(new() { RunId = run.Id, Summary = summary });
        db.RunSummaries.AddRange(summary.Series.Select(series => RunSummaryRow.From(run, series)));
        await db.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The whole summary of a run, or null before it has ended.</summary>
    public async Task<RunSummary?> FindAsync(long runId, CancellationToken cancellationToken = default)
    {
        var db = await contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        await using var _ = db.ConfigureAwait(false);
        return await db.RunResults.Where(result => result.RunId == runId).Select(result => result.Summary).SingleOrDefaultAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The newest row of every target, prompt, provenance and vantage point.</summary>
    public async Task<IReadOnlyList<RunSummaryRow>> LatestAsync(CancellationToken cancellationToken = default)
    {
        var db = await contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        await using var _ = db.ConfigureAwait(false);
        var newest = db.RunSummaries.GroupBy(row => new { row.TargetKey, row.Prompt, row.Provenance, row.Vantage })
            .Select(group => group.Max(row => row.RunId));
        var rows = await db.RunSummaries.AsNoTracking().Where(row => newest.Contains(row.RunId)).ToListAsync(cancellationToken).ConfigureAwait(false);
        return [.. rows.GroupBy(row => (row.TargetKey, row.Prompt, row.Provenance, row.Vantage)).Select(group => group.MaxBy(row => row.RunId)!)];
    }

    /// <summary>The rows of a target in a time range, oldest first: one point per run, never samples.</summary>
    public async Task<IReadOnlyList<RunSummaryRow>> HistoryAsync(
        string targetKey, Provenance provenance, DateTimeOffset from, DateTimeOffset to, string? prompt = null, CancellationToken cancellationToken = default)
    {
        var db = await contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        await using var _ = db.ConfigureAwait(false);
        return await db.RunSummaries.AsNoTracking()
            .Where(row => row.TargetKey == targetKey && row.Provenance == provenance && row.StartedAt >= from && row.StartedAt < to)
            .Where(row => prompt == null || row.Prompt == prompt)
            .OrderBy(row => row.StartedAt).ToListAsync(cancellationToken).ConfigureAwait(false);
    }
}
