using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GatewayDashboard.Data.Samples;

/// <summary>What went wrong with a sample: scrubbed plain text of at most 2 KiB.</summary>
public sealed class SampleFault
{
    /// <summary>The request id.</summary>
    public required string CallId { get; init; }

    /// <summary>The gateway's own words where it had any, else ours.</summary>
    public required string Message { get; init; }

    /// <summary>The HTTP status, or null.</summary>
    public int? Status { get; init; }

    /// <summary>The gateway's error code or type, or null.</summary>
    public string? Code { get; init; }

    /// <summary>What to try next, or null.</summary>
    public string? Hint { get; init; }

    /// <summary>How long the gateway asked to wait, or null.</summary>
    public TimeSpan? RetryAfter { get; init; }
}

internal sealed class SampleFaultMapping : IEntityTypeConfiguration<SampleFault>
{
    public void Configure(EntityTypeBuilder<SampleFault> builder)
    {
        builder.ToTable("SampleFaults");
        builder.HasKey(x => x.CallId);
    }
}
