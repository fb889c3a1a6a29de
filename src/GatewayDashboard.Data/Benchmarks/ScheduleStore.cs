using Microsoft.EntityFrameworkCore;

namespace GatewayDashboard.Data.Benchmarks;

/// <summary>Keeps schedules and decides who owns a fire.</summary>
public sealed class ScheduleStore(IDbContextFactory<DashboardDbContext> contexts, TimeProvider time)
{
    /// <summary>Every schedule.</summary>
    public async Task<IReadOnlyList<Schedule>> ListAsync(CancellationToken cancellationToken = default)
    {
        var db = await contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        await using var _ = db.ConfigureAwait(false);
        return await db.Schedules.AsNoTracking().OrderBy(schedule => schedule.Id).ToListAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>One schedule, or null.</summary>
    public async Task<Schedule?> FindAsync(long id, CancellationToken cancellationToken = default)
    {
        var db = await contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        await using var _ = db.ConfigureAwait(false);
        return await db.Schedules.AsNoTracking().SingleOrDefaultAsync(schedule => schedule.Id == id, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Keeps a schedule, new where its id is 0.</summary>
    /// <returns>Its id.</returns>
    public async Task<long> SaveAsync(Schedule schedule, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(schedule);
        var db = await contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        await using var _ = db.ConfigureAwait(false);
        db.Schedules.Update(schedule);
        await db.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        return schedule.Id;
    }

    /// <summary>Removes a schedule with its slots.</summary>
    /// <returns>Whether it existed.</returns>
    public async Task<bool> RemoveAsync(long id, CancellationToken cancellationToken = default)
    {
        var db = await contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        await using var _ = db.ConfigureAwait(false);
        return await db.Schedules.Where(schedule => schedule.Id == id).ExecuteDeleteAsync(cancellationToken).ConfigureAwait(false) > 0;
    }

    /// <summary>Takes a fire. Of any number of callers, now or after a restart, exactly one gets it.</summary>
    public async Task<bool> TakeSlotAsync(long scheduleId, DateTimeOffset scheduledFor, CancellationToken cancellationToken = default)
    {
        var (due, now) = (scheduledFor.ToUniversalTime(), time.GetUtcNow());
        var db = await contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        await using var _ = db.ConfigureAwait(false);
        db.Slots.Add(new() { ScheduleId = scheduleId, ScheduledFor = due, TakenAt = now });
        try
        {
            await db.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (DbUpdateException)
        {
            if (await db.Slots.AsNoTracking().AnyAsync(slot => slot.ScheduleId == scheduleId && slot.ScheduledFor == due, cancellationToken).ConfigureAwait(false))
            {
                return false;
            }

            throw;
        }
    }

    /// <summary>Notes what a taken fire led to: a run, or the reason why it was skipped.</summary>
    public async Task CloseSlotAsync(long scheduleId, DateTimeOffset scheduledFor, long? runId, string? skipReason, CancellationToken cancellationToken = default)
    {
        var due = scheduledFor.ToUniversalTime();
        var db = await contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        await using var _ = db.ConfigureAwait(false);
        await db.Slots.Where(slot => slot.ScheduleId == scheduleId && slot.ScheduledFor == due)
            .ExecuteUpdateAsync(set => set.SetProperty(slot => slot.RunId, runId).SetProperty(slot => slot.SkipReason, skipReason), cancellationToken)
            .ConfigureAwait(false);
    }
}
