using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GatewayDashboard.Data.Settings;

/// <summary>A setting made in the product.</summary>
public sealed class Setting
{
    /// <summary>Its name.</summary>
    public required string Key { get; init; }

    /// <summary>Its value, in invariant text.</summary>
    public required string Value { get; set; }

    /// <summary>When it was last changed.</summary>
    public required DateTimeOffset UpdatedAt { get; set; }
}

internal sealed class SettingMapping : IEntityTypeConfiguration<Setting>
{
    public void Configure(EntityTypeBuilder<Setting> builder)
    {
        builder.ToTable("Settings");
        builder.HasKey(x => x.Key);
    }
}
