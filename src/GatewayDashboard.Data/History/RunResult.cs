using GatewayDashboard.Core.Benchmarks;
using GatewayDashboard.Data.Runs;
using GatewayDashboard.Data.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GatewayDashboard.Data.History;

/// <summary>The whole summary of an ended run with its comparisons, kept for ever: what the run page shows once the samples are gone.</summary>
public sealed class RunResult
{
    /// <summary>The run.</summary>
    public required long RunId { get; init; }

    /// <summary>The summary.</summary>
    public required RunSummary Summary { get; init; }
}

internal sealed class RunResultMapping : IEntityTypeConfiguration<RunResult>
{
    public void Configure(EntityTypeBuilder<RunResult> builder)
    {
        builder.ToTable("RunResults");
        builder.HasKey(x => x.RunId);
        builder.Property(x => x.Summary).StoredAsJson();
        builder.HasOne<Run>().WithOne().HasForeignKey<RunResult>(x => x.RunId).OnDelete(DeleteBehavior.Cascade);
    }
}
