using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GatewayDashboard.Data.Pricing;

/// <summary>What a live gateway sells, as its models list says. Simulated lists are never stored.</summary>
public sealed class Offer
{
    /// <summary>The gateway.</summary>
    public required string GatewayId { get; init; }

    /// <summary>The gateway's model id.</summary>
    public required string ModelId { get; init; }

    /// <summary>Canonical model, or null where it could not be matched.</summary>
    public string? CanonicalModel { get; set; }

    /// <summary>Serving label; empty where there is none.</summary>
    public string ServingLabel { get; set; } = "";

    /// <summary>The name shown, or null.</summary>
    public string? DisplayName { get; set; }

    /// <summary>Longest context, tokens; null is unknown.</summary>
    public int? ContextTokens { get; set; }

    /// <summary>Most output tokens; null is unknown.</summary>
    public int? MaxOutputTokens { get; set; }

    /// <summary>Input modalities, comma-separated; null is unknown.</summary>
    public string? InputModalities { get; set; }

    /// <summary>Output modalities, comma-separated; null is unknown.</summary>
    public string? OutputModalities { get; set; }

    /// <summary>Listed, preview, deprecated or retired.</summary>
    public required string State { get; set; }

    /// <summary>When it was first in the list.</summary>
    public required DateTimeOffset FirstSeenAt { get; init; }

    /// <summary>When it was last in the list.</summary>
    public required DateTimeOffset LastSeenAt { get; set; }
}

internal sealed class OfferMapping : IEntityTypeConfiguration<Offer>
{
    public void Configure(EntityTypeBuilder<Offer> builder)
    {
        builder.ToTable("Offers");
        builder.HasKey(x => new { x.GatewayId, x.ModelId });
        builder.HasIndex(x => x.CanonicalModel);
    }
}
