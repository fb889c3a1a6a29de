using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GatewayDashboard.Data.Spending;

/// <summary>What was spent and is set aside in one UTC day, or in all.</summary>
public sealed class SpendingPeriod
{
    /// <summary>The key of the row that counts everything ever spent.</summary>
    public const string Everything = "all";

    /// <summary>The UTC day as <c>yyyy-MM-dd</c>, or <see cref="Everything"/>.</summary>
    public required string Period { get; init; }

    /// <summary>The cap in force when something was last set aside, in <see cref="UsdUnits"/>.</summary>
    public long CapUnits { get; init; }

    /// <summary>Charged, within reservations.</summary>
    public long SpentUnits { get; init; }

    /// <summary>Set aside for calls under way.</summary>
    public long ReservedUnits { get; init; }

    /// <summary>Charged beyond what was set aside; counts against the cap.</summary>
    public long OverrunUnits { get; init; }

    /// <summary>Charged, USD.</summary>
    public decimal SpentUsd => UsdUnits.ToUsd(SpentUnits + OverrunUnits);

    /// <summary>Set aside, USD.</summary>
    public decimal ReservedUsd => UsdUnits.ToUsd(ReservedUnits);

    /// <summary>The key of the day a moment lies in.</summary>
    public static string DayOf(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}

internal sealed class SpendingPeriodMapping : IEntityTypeConfiguration<SpendingPeriod>
{
    public void Configure(EntityTypeBuilder<SpendingPeriod> builder)
    {
        builder.ToTable("Spending", table => table.HasCheckConstraint("CK_Spending_Cap", "\"ReservedUnits\" >= 0 AND \"SpentUnits\" + \"ReservedUnits\" <= \"CapUnits\""));
        builder.HasKey(x => x.Period);
        builder.Property(x => x.Period).HasMaxLength(16);
    }
}
