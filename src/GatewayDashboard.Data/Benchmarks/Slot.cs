using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GatewayDashboard.Data.Benchmarks;

/// <summary>One fire of a schedule. Whoever inserts the row owns the fire; nobody else can.</summary>
public sealed class Slot
{
    /// <summary>The schedule.</summary>
    public required long ScheduleId { get; init; }

    /// <summary>When it was due.</summary>
    public required DateTimeOffset ScheduledFor { get; init; }

    /// <summary>When it was taken.</summary>
    public required DateTimeOffset TakenAt { get; init; }

    /// <summary>The run it led to, or null where it was skipped.</summary>
    public long? RunId { get; set; }

    /// <summary>Why it was skipped, or null where it ran.</summary>
    public string? SkipReason { get; set; }
}

internal sealed class SlotMapping : IEntityTypeConfiguration<Slot>
{
    public void Configure(EntityTypeBuilder<Slot> builder)
    {
        builder.HasKey(x => new { x.ScheduleId, x.ScheduledFor });
        builder.HasOne<Schedule>().WithMany().HasForeignKey(x => x.ScheduleId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Runs.Run>().WithMany().HasForeignKey(x => x.RunId).OnDelete(DeleteBehavior.SetNull);
    }
}
