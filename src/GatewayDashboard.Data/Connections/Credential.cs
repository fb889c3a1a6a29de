using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GatewayDashboard.Data.Connections;

/// <summary>An encrypted key or header value, bound to connection, field and origin: moved to another address it cannot be opened.</summary>
public sealed class Credential
{
    /// <summary>The connection.</summary>
    public required string ConnectionId { get; init; }

    /// <summary><c>key</c>, or <c>header:</c> and the header's name.</summary>
    public required string Field { get; init; }

    /// <summary>Scheme, host and port it was entered for.</summary>
    public required string Origin { get; set; }

    /// <summary>Which master key encrypted it.</summary>
    public required string KeyId { get; set; }

    /// <summary>AES-GCM nonce, 12 bytes.</summary>
    public required byte[] Nonce { get; set; }

    /// <summary>What was encrypted.</summary>
    public required byte[] Ciphertext { get; set; }

    /// <summary>AES-GCM tag, 16 bytes.</summary>
    public required byte[] Tag { get; set; }

    /// <summary>The last four characters, the only part ever shown.</summary>
    public required string LastFour { get; set; }

    /// <summary>When it was entered.</summary>
    public required DateTimeOffset UpdatedAt { get; set; }
}

internal sealed class CredentialMapping : IEntityTypeConfiguration<Credential>
{
    public void Configure(EntityTypeBuilder<Credential> builder)
    {
        builder.ToTable("Credentials");
        builder.HasKey(x => new { x.ConnectionId, x.Field });
        builder.HasOne<StoredConnection>().WithMany().HasForeignKey(x => x.ConnectionId).OnDelete(DeleteBehavior.Cascade);
    }
}
