using GatewayDashboard.Core.Benchmarks;
using GatewayDashboard.Core.Gateways;
using GatewayDashboard.Data.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GatewayDashboard.Data.Benchmarks;

/// <summary>A kept benchmark: its definition and the offers it calls.</summary>
public sealed class BenchmarkDefinition
{
    /// <summary>Set by the database.</summary>
    public long Id { get; init; }

    /// <summary>Its name, for lists and search.</summary>
    public required string Name { get; set; }

    /// <summary>The definition, as kept.</summary>
    public required Benchmark Benchmark { get; set; }

    /// <summary>The offers it calls.</summary>
    public required IReadOnlyList<ModelOffer> Offers { get; set; }

    /// <summary>Free words to find it by.</summary>
    public IReadOnlyList<string> Tags { get; set; } = [];

    /// <summary>When it was made.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was last changed.</summary>
    public required DateTimeOffset UpdatedAt { get; set; }
}

internal sealed class BenchmarkDefinitionMapping : IEntityTypeConfiguration<BenchmarkDefinition>
{
    public void Configure(EntityTypeBuilder<BenchmarkDefinition> builder)
    {
        builder.ToTable("Benchmarks");
        builder.Property(x => x.Benchmark).StoredAsJson();
        builder.Property(x => x.Offers).StoredAsJson();
        builder.Property(x => x.Tags).StoredAsJson();
    }
}
