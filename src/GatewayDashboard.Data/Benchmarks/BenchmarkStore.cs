using GatewayDashboard.Core.Benchmarks;
using GatewayDashboard.Core.Gateways;
using Microsoft.EntityFrameworkCore;

namespace GatewayDashboard.Data.Benchmarks;

/// <summary>Keeps benchmark definitions.</summary>
public sealed class BenchmarkStore(IDbContextFactory<DashboardDbContext> contexts, TimeProvider time)
{
    /// <summary>Every kept benchmark by name.</summary>
    public async Task<IReadOnlyList<BenchmarkDefinition>> ListAsync(CancellationToken cancellationToken = default)
    {
        var db = await contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        await using var _ = db.ConfigureAwait(false);
        return await db.Benchmarks.AsNoTracking().OrderBy(kept => kept.Name).ThenBy(kept => kept.Id).ToListAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>One benchmark, or null.</summary>
    public async Task<BenchmarkDefinition?> FindAsync(long id, CancellationToken cancellationToken = default)
    {
        var db = await contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        await using var _ = db.ConfigureAwait(false);
        return await db.Benchmarks.AsNoTracking().SingleOrDefaultAsync(kept => kept.Id == id, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Keeps a new benchmark.</summary>
    /// <returns>Its id.</returns>
    public async Task<long> AddAsync(Benchmark benchmark, IReadOnlyList<ModelOffer> offers, IReadOnlyList<string> tags, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(benchmark);
        var now = time.GetUtcNow();
        var db = await contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        await using var _ = db.ConfigureAwait(false);
        var row = new BenchmarkDefinition { Name = benchmark.Name, Benchmark = benchmark, Offers = offers, Tags = tags, CreatedAt = now, UpdatedAt = now };
        db.Benchmarks.Add(row);
        await db.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        return row.Id;
    }

    /// <summary>Changes a benchmark; runs made from it keep what they ran with.</summary>
    /// <returns>Whether it exists.</returns>
    public async Task<bool> ChangeAsync(
        long id, Benchmark benchmark, IReadOnlyList<ModelOffer> offers, IReadOnlyList<string> tags, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(benchmark);
        var db = await contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        await using var _ = db.ConfigureAwait(false);
        if (await db.Benchmarks.SingleOrDefaultAsync(kept => kept.Id == id, cancellationToken).ConfigureAwait(false) is not { } row)
        {
            return false;
        }

        (row.Name, row.Benchmark, row.Offers, row.Tags, row.UpdatedAt) = (benchmark.Name, benchmark, offers, tags, time.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        return true;
    }

    /// <summary>Removes a benchmark with its schedules; its runs stay.</summary>
    /// <returns>Whether it existed.</returns>
    public async Task<bool> RemoveAsync(long id, CancellationToken cancellationToken = default)
    {
        var db = await contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        await using var _ = db.ConfigureAwait(false);
        return await db.Benchmarks.Where(kept => kept.Id == id).ExecuteDeleteAsync(cancellationToken).ConfigureAwait(false) > 0;
    }
}
