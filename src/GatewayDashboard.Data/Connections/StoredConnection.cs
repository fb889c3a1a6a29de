using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GatewayDashboard.Data.Connections;

/// <summary>A gateway as set up on the Settings page; what is null comes from the catalogue or from configuration.</summary>
public sealed class StoredConnection
{
    /// <summary>The gateway's id, or the id given to a custom one.</summary>
    public required string Id { get; init; }

    /// <summary>The name of a custom one, or null.</summary>
    public string? Name { get; set; }

    /// <summary>Where calls go, or null for the vendor's address.</summary>
    public string? BaseUrl { get; set; }

    /// <summary>Whether it may be called.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>The gateway it stands in front of, or null.</summary>
    public string? InFrontOf { get; set; }

    /// <summary>The dialect of a custom one as JSON, or null for plain OpenAI style.</summary>
    public string? Dialect { get; set; }

    /// <summary>When it was last changed.</summary>
    public required DateTimeOffset UpdatedAt { get; set; }
}

internal sealed class StoredConnectionMapping : IEntityTypeConfiguration<StoredConnection>
{
    public void Configure(EntityTypeBuilder<StoredConnection> builder) => builder.ToTable("Connections");
}
