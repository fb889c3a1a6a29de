using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GatewayDashboard.Data.Playground;

/// <summary>A request kept by name in the builder; holds no key.</summary>
public sealed class SavedRequest
{
    /// <summary>Its name, unique.</summary>
    public required string Name { get; init; }

    /// <summary>The draft as JSON.</summary>
    public required string Draft { get; set; }

    /// <summary>When it was last kept.</summary>
    public required DateTimeOffset UpdatedAt { get; set; }
}

internal sealed class SavedRequestMapping : IEntityTypeConfiguration<SavedRequest>
{
    public void Configure(EntityTypeBuilder<SavedRequest> builder)
    {
        builder.ToTable("SavedRequests");
        builder.HasKey(x => x.Name);
    }
}
