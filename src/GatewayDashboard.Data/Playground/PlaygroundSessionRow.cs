using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GatewayDashboard.Data.Playground;

/// <summary>A playground session the user kept.</summary>
public sealed class PlaygroundSessionRow
{
    /// <summary>The id in its link.</summary>
    public required string Id { get; init; }

    /// <summary>The session as JSON.</summary>
    public required string Session { get; set; }

    /// <summary>When it was kept.</summary>
    public required DateTimeOffset CreatedAt { get; init; }
}

internal sealed class PlaygroundSessionMapping : IEntityTypeConfiguration<PlaygroundSessionRow>
{
    public void Configure(EntityTypeBuilder<PlaygroundSessionRow> builder)
    {
        builder.ToTable("PlaygroundSessions");
        builder.HasIndex(x => x.CreatedAt);
    }
}
