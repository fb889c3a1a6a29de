using GatewayDashboard.Core.Completions;
using GatewayDashboard.Core.Measurement;
using GatewayDashboard.Data.Runs;
using GatewayDashboard.Data.Spending;
using GatewayDashboard.Data.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GatewayDashboard.Data.Samples;

/// <summary>
/// One call's outcome, narrow and append-only. Points in time are nanoseconds after t0, the first request byte, so that each
/// column is the metric of its name: <see cref="FirstTokenNs"/> is the first-token latency, <see cref="DoneNs"/> the total of a success.
/// </summary>
public sealed class SampleRow
{
    /// <summary>The request id.</summary>
    public required string CallId { get; init; }

    /// <summary>The planned call.</summary>
    public LedgerCall? Call { get; init; }

    /// <summary>The run.</summary>
    public required long RunId { get; init; }

    /// <summary>The target's key.</summary>
    public required string TargetKey { get; init; }

    /// <summary>The prompt's name.</summary>
    public required string Prompt { get; init; }

    /// <summary>The block's number.</summary>
    public required int Block { get; init; }

    /// <summary>Whether it is kept apart as warm-up.</summary>
    public required bool WarmUp { get; init; }

    /// <summary>The variant asked for.</summary>
    public required string Variant { get; init; }

    /// <summary>Live, custom address or simulated.</summary>
    public required Provenance Provenance { get; init; }

    /// <summary>Where it was measured from.</summary>
    public required string Vantage { get; init; }

    /// <summary>Who held the watch.</summary>
    public required ArrivalClock Clock { get; init; }

    /// <summary>Wall clock at the planned start, a label.</summary>
    public required DateTimeOffset ScheduledAt { get; init; }

    /// <summary>Wall clock at the start, a label.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>Wall clock at the end, a label.</summary>
    public required DateTimeOffset EndedAt { get; init; }

    /// <summary>How it ended.</summary>
    public required Outcome Outcome { get; init; }

    /// <summary>HTTP status, or null.</summary>
    public int? Status { get; init; }

    /// <summary>The monotonic clock at t0, ns; comparable within one run of one process only.</summary>
    public long StartNs { get; init; }

    /// <summary>The planned start.</summary>
    public long ScheduledNs { get; init; }

    /// <summary>Last instruction before the send.</summary>
    public long CallNs { get; init; }

    /// <summary>Response headers complete.</summary>
    public long? HeadersNs { get; init; }

    /// <summary>First SSE comment.</summary>
    public long? FirstCommentNs { get; init; }

    /// <summary>First event of any kind.</summary>
    public long? FirstEventNs { get; init; }

    /// <summary>First token of any channel.</summary>
    public long? FirstTokenNs { get; init; }

    /// <summary>First reasoning token.</summary>
    public long? FirstReasoningNs { get; init; }

    /// <summary>First answer token.</summary>
    public long? FirstAnswerNs { get; init; }

    /// <summary>Last token.</summary>
    public long? LastTokenNs { get; init; }

    /// <summary>The end of the answer, or of the failed call.</summary>
    public long DoneNs { get; init; }

    /// <summary>Whether the connection was open already.</summary>
    public bool Reused { get; init; }

    /// <summary>Waiting for the lane.</summary>
    public TimeSpan? PoolWait { get; init; }

    /// <summary>Name resolution.</summary>
    public TimeSpan? Dns { get; init; }

    /// <summary>TCP handshake.</summary>
    public TimeSpan? Tcp { get; init; }

    /// <summary>TLS handshake.</summary>
    public TimeSpan? Tls { get; init; }

    /// <summary>The address the call went to.</summary>
    public string? RemoteAddress { get; init; }

    /// <summary>Billed input tokens as reported.</summary>
    public int? InputTokens { get; init; }

    /// <summary>Billed output tokens as reported.</summary>
    public int? OutputTokens { get; init; }

    /// <summary>Reasoning tokens as reported.</summary>
    public int? ReasoningTokens { get; init; }

    /// <summary>Cached input tokens as reported.</summary>
    public int? CachedInputTokens { get; init; }

    /// <summary>Where usage stood, or null where none was reported.</summary>
    public string? UsageFoundAt { get; init; }

    /// <summary>Whether usage was reported at all.</summary>
    public bool UsageReported { get; init; }

    /// <summary>Output counted with the common tokenizer.</summary>
    public int? NormalisedOutput { get; init; }

    /// <summary>Cost by the price list or the gateway, USD; null where unknown.</summary>
    public decimal? CostUsd { get; init; }

    /// <summary>Cost as the gateway reports it, USD.</summary>
    public decimal? ReportedCostUsd { get; init; }

    /// <summary>Reads that brought body bytes.</summary>
    public int Reads { get; init; }

    /// <summary>Reads that completed several token-bearing events.</summary>
    public int CoalescedReads { get; init; }

    /// <summary>The gateway's finish reason.</summary>
    public string? FinishReason { get; init; }

    /// <summary>The model served, as the gateway says.</summary>
    public string? ServedModel { get; init; }

    /// <summary>The upstream, as the gateway says.</summary>
    public string? ServedProvider { get; init; }

    /// <summary>The gateway's fingerprint.</summary>
    public string? SystemFingerprint { get; init; }

    /// <summary>Oddities by name.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>What went wrong, or null.</summary>
    public SampleFault? Fault { get; init; }

    /// <summary>Event times and headers; null once they are older than 30 days.</summary>
    public SampleEvents? Events { get; init; }
}

internal sealed class SampleRowMapping : IEntityTypeConfiguration<SampleRow>
{
    public void Configure(EntityTypeBuilder<SampleRow> builder)
    {
        builder.ToTable("Samples");
        builder.HasKey(x => x.CallId);
        builder.Property(x => x.CallId).HasMaxLength(64);
        builder.Property(x => x.Notes).StoredAsJson();
        builder.HasIndex(x => new { x.TargetKey, x.StartedAt });
        builder.HasIndex(x => new { x.RunId, x.Block });
        builder.HasOne(x => x.Call).WithOne().HasForeignKey<SampleRow>(x => x.CallId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Run>().WithMany().HasForeignKey(x => x.RunId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne(x => x.Fault).WithOne().HasForeignKey<SampleFault>(x => x.CallId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne(x => x.Events).WithOne().HasForeignKey<SampleEvents>(x => x.CallId).OnDelete(DeleteBehavior.Cascade);
    }
}
