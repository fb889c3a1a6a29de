using GatewayDashboard.Core.Pricing;
using GatewayDashboard.Data.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GatewayDashboard.Data.Pricing;

/// <summary>A price and since when it was seen; the next row of the same offer ends it.</summary>
public sealed class PriceRow
{
    /// <summary>The gateway that asks it.</summary>
    public required string GatewayId { get; init; }

    /// <summary>The gateway's model id.</summary>
    public required string ModelId { get; init; }

    /// <summary>When it was first seen here.</summary>
    public required DateTimeOffset SeenAt { get; init; }

    /// <summary>The price as it was read then.</summary>
    public required ModelPrice Price { get; init; }

    /// <summary>The day it was last found unchanged.</summary>
    public required DateOnly ConfirmedOn { get; set; }
}

internal sealed class PriceRowMapping : IEntityTypeConfiguration<PriceRow>
{
    public void Configure(EntityTypeBuilder<PriceRow> builder)
    {
        builder.ToTable("ModelPrices");
        builder.HasKey(x => new { x.GatewayId, x.ModelId, x.SeenAt });
        builder.Property(x => x.Price).StoredAsJson();
    }
}
