using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GatewayDashboard.Data.Settings;

/// <summary>Who changed what; never holds a key.</summary>
public sealed class AuditEntry
{
    /// <summary>Set by the database, in order.</summary>
    public long Id { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The user, token or <c>local</c>.</summary>
    public required string Actor { get; init; }

    /// <summary>What was done, for example <c>key.set</c>.</summary>
    public required string Action { get; init; }

    /// <summary>What it was done to.</summary>
    public required string Subject { get; init; }

    /// <summary>More, or null.</summary>
    public string? Detail { get; init; }
}

internal sealed class AuditEntryMapping : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> builder) => builder.ToTable("AuditLog");
}
