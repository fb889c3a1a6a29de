using GatewayDashboard.Core.Benchmarks;
using GatewayDashboard.Core.Spending;
using GatewayDashboard.Data.Runs;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GatewayDashboard.Data.Spending;

/// <summary>One call in the ledger: committed before its bytes leave, never sent twice.</summary>
public sealed class LedgerCall
{
    /// <summary>The request id, unique for ever; the gateway sees it as <c>X-Client-Request-Id</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The run, or null for a call outside a run.</summary>
    public long? RunId { get; init; }

    /// <summary>What the call is for.</summary>
    public CallPurpose Purpose { get; init; }

    /// <summary>The block's number.</summary>
    public int Block { get; init; }

    /// <summary>Whether it is kept apart as warm-up.</summary>
    public bool WarmUp { get; init; }

    /// <summary>The target's key.</summary>
    public required string TargetKey { get; init; }

    /// <summary>The prompt's name; empty outside a run.</summary>
    public string Prompt { get; init; } = "";

    /// <summary>Place in the block's order.</summary>
    public int Position { get; init; }

    /// <summary>Delay after the block's start.</summary>
    public TimeSpan Stagger { get; init; }

    /// <summary>The line before the prompt, or null.</summary>
    public string? Nonce { get; init; }

    /// <summary>Where it stands.</summary>
    public CallState State { get; init; }

    /// <summary>The claim under which it was last reserved.</summary>
    public int Epoch { get; init; }

    /// <summary>The day whose cap it counts against; null before it was reserved and where it costs nothing.</summary>
    public string? Period { get; init; }

    /// <summary>Worst case set aside, in <see cref="UsdUnits"/>.</summary>
    public long ReservedUnits { get; init; }

    /// <summary>What was charged, in <see cref="UsdUnits"/>.</summary>
    public long SettledUnits { get; init; }

    /// <summary>When it was reserved.</summary>
    public DateTimeOffset? ReservedAt { get; init; }

    /// <summary>When it was marked as sent.</summary>
    public DateTimeOffset? SentAt { get; init; }

    /// <summary>When it was settled, voided or found ambiguous.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>The call as the plan has it.</summary>
    public PlannedCall ToPlannedCall() => new(Id, Block, WarmUp, TargetKey, Prompt, Position, Stagger, Nonce);

    internal static LedgerCall Planned(long runId, PlannedCall call) => new()
    {
        Id = call.Id,
        RunId = runId,
        Block = call.Block,
        WarmUp = call.WarmUp,
        TargetKey = call.TargetKey,
        Prompt = call.Prompt,
        Position = call.Position,
        Stagger = call.Stagger,
        Nonce = call.Nonce,
    };
}

/// <summary>What a call is for.</summary>
public enum CallPurpose
{
    /// <summary>Part of a benchmark run.</summary>
    Run,

    /// <summary>A prompt of the playground.</summary>
    Playground,

    /// <summary>Test connection on the Settings page.</summary>
    ConnectionTest,

    /// <summary>A capability probe.</summary>
    Probe,

    /// <summary>Send in the request builder.</summary>
    Builder,
}

internal sealed class LedgerCallMapping : IEntityTypeConfiguration<LedgerCall>
{
    public void Configure(EntityTypeBuilder<LedgerCall> builder)
    {
        builder.ToTable("Calls");
        builder.Property(x => x.Id).HasMaxLength(64);
        builder.HasIndex(x => new { x.RunId, x.Block, x.Position });
        builder.HasOne<Run>().WithMany().HasForeignKey(x => x.RunId).OnDelete(DeleteBehavior.Cascade);
    }
}
