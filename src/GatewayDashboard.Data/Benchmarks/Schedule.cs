using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GatewayDashboard.Data.Benchmarks;

/// <summary>When a benchmark runs by itself. A missed fire is skipped unless catching up is asked for.</summary>
public sealed class Schedule
{
    /// <summary>Set by the database.</summary>
    public long Id { get; init; }

    /// <summary>What runs.</summary>
    public required long BenchmarkId { get; set; }

    /// <summary>Five-field cron expression.</summary>
    public required string Cron { get; set; }

    /// <summary>IANA name of the zone the expression is read in.</summary>
    public required string TimeZone { get; set; }

    /// <summary>Largest random delay after the slot.</summary>
    public TimeSpan Jitter { get; set; }

    /// <summary>How late one missed slot may still be run, or null for never.</summary>
    public TimeSpan? CatchUpWithin { get; set; }

    /// <summary>Region whose worker runs it, or null for any instance.</summary>
    public string? Region { get; set; }

    /// <summary>Whether it fires.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>When it was made.</summary>
    public required DateTimeOffset CreatedAt { get; init; }
}

internal sealed class ScheduleMapping : IEntityTypeConfiguration<Schedule>
{
    public void Configure(EntityTypeBuilder<Schedule> builder) =>
        builder.HasOne<BenchmarkDefinition>().WithMany().HasForeignKey(x => x.BenchmarkId).OnDelete(DeleteBehavior.Cascade);
}
