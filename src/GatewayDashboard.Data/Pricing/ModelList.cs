using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GatewayDashboard.Data.Pricing;

/// <summary>The last good models list of a gateway. A failing refresh leaves it and only notes the failure.</summary>
public sealed class ModelList
{
    /// <summary>The gateway.</summary>
    public required string GatewayId { get; init; }

    /// <summary>Where it was fetched from.</summary>
    public required string Source { get; set; }

    /// <summary>When the list was fetched; null before the first success.</summary>
    public DateTimeOffset? FetchedAt { get; set; }

    /// <summary>How many models it named; null before the first success.</summary>
    public int? Models { get; set; }

    /// <summary>When a refresh last failed, or null.</summary>
    public DateTimeOffset? FailedAt { get; set; }

    /// <summary>Why it failed, or null.</summary>
    public string? Failure { get; set; }
}

internal sealed class ModelListMapping : IEntityTypeConfiguration<ModelList>
{
    public void Configure(EntityTypeBuilder<ModelList> builder)
    {
        builder.ToTable("ModelLists");
        builder.HasKey(x => x.GatewayId);
    }
}
