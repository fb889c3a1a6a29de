using GatewayDashboard.Core.Benchmarks;
using GatewayDashboard.Core.Measurement;
using GatewayDashboard.Data.Benchmarks;
using GatewayDashboard.Data.Spending;
using GatewayDashboard.Data.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GatewayDashboard.Data.Runs;

/// <summary>One execution of a benchmark: what was to be done, who does it, where it stands, what it may spend.</summary>
public sealed class Run
{
    /// <summary>Set by the database.</summary>
    public long Id { get; init; }

    /// <summary>The kept definition it came from, or null.</summary>
    public long? BenchmarkId { get; init; }

    /// <summary>The benchmark's name then, for lists and search.</summary>
    public required string Name { get; init; }

    /// <summary>The definition as it was then.</summary>
    public required Benchmark Definition { get; init; }

    /// <summary>The targets as they were then.</summary>
    public required IReadOnlyList<RunTarget> Targets { get; init; }

    /// <summary>What the plan's random order came from.</summary>
    public required ulong Seed { get; init; }

    /// <summary>Where it stands.</summary>
    public RunState State { get; init; }

    /// <summary>Schedule and due time that asked for it, or null where a person did. Unique: a slot runs once.</summary>
    public string? SlotKey { get; init; }

    /// <summary>When the schedule wanted it, or null.</summary>
    public DateTimeOffset? ScheduledFor { get; init; }

    /// <summary>Region whose worker must run it, or null for any instance.</summary>
    public string? Region { get; init; }

    /// <summary>Where it is measured from; <c>local</c> unless a worker's region is set.</summary>
    public required string Vantage { get; init; }

    /// <summary>Live, custom address or simulated; never mixed.</summary>
    public required Provenance Provenance { get; init; }

    /// <summary>Who held the watch, once known; user-space as soon as one call was.</summary>
    public ArrivalClock? Clock { get; init; }

    /// <summary>The instance that claimed it, or null.</summary>
    public string? Owner { get; init; }

    /// <summary>Counts the claims: an older claim's writes are refused.</summary>
    public int Epoch { get; init; }

    /// <summary>The owner's last sign of life.</summary>
    public DateTimeOffset? HeartbeatAt { get; init; }

    /// <summary>When it was asked for.</summary>
    public required DateTimeOffset RequestedAt { get; init; }

    /// <summary>When it was last claimed.</summary>
    public DateTimeOffset? ClaimedAt { get; init; }

    /// <summary>When it ended.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Whether somebody asked it to end.</summary>
    public bool CancelRequested { get; init; }

    /// <summary>Why it was stopped or interrupted, in words; null otherwise.</summary>
    public string? StopReason { get; init; }

    /// <summary>Calls in its plan.</summary>
    public required int PlannedCalls { get; init; }

    /// <summary>What the run found out about its own error, as JSON; null where it did not look.</summary>
    public string? SelfAudit { get; init; }

    /// <summary>A user's note.</summary>
    public string? Notes { get; init; }

    /// <summary>Free words to find it by.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>The most it may cost, in <see cref="UsdUnits"/>.</summary>
    public required long CapUnits { get; init; }

    /// <summary>Charged so far, within reservations.</summary>
    public long SpentUnits { get; init; }

    /// <summary>Set aside for calls under way.</summary>
    public long ReservedUnits { get; init; }

    /// <summary>Charged beyond what was set aside: a wrong price, said openly and counted against the cap.</summary>
    public long OverrunUnits { get; init; }

    /// <summary>The most it may cost, USD.</summary>
    public decimal CapUsd => UsdUnits.ToUsd(CapUnits);

    /// <summary>What it has cost so far, USD.</summary>
    public decimal SpentUsd => UsdUnits.ToUsd(SpentUnits + OverrunUnits);
}

internal sealed class RunMapping : IEntityTypeConfiguration<Run>
{
    public void Configure(EntityTypeBuilder<Run> builder)
    {
        builder.ToTable("Runs", table => table.HasCheckConstraint("CK_Runs_Cap", "\"ReservedUnits\" >= 0 AND \"SpentUnits\" + \"ReservedUnits\" <= \"CapUnits\""));
        builder.Property(x => x.Seed).HasConversion(seed => unchecked((long)seed), stored => unchecked((ulong)stored));
        builder.Property(x => x.Definition).StoredAsJson();
        builder.Property(x => x.Targets).StoredAsJson();
        builder.Property(x => x.Tags).StoredAsJson();
        builder.HasIndex(x => x.SlotKey).IsUnique();
        builder.HasIndex(x => x.RequestedAt);
        builder.HasOne<BenchmarkDefinition>().WithMany().HasForeignKey(x => x.BenchmarkId).OnDelete(DeleteBehavior.SetNull);
    }
}
