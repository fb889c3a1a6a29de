using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GatewayDashboard.Data.Connections;

/// <summary>An exact address outside public https that the user allowed to be called.</summary>
public sealed class AllowedOrigin
{
    /// <summary>Scheme, host and port.</summary>
    public required string Origin { get; init; }

    /// <summary>When it was allowed.</summary>
    public required DateTimeOffset AddedAt { get; init; }
}

internal sealed class AllowedOriginMapping : IEntityTypeConfiguration<AllowedOrigin>
{
    public void Configure(EntityTypeBuilder<AllowedOrigin> builder) => builder.HasKey(x => x.Origin);
}
