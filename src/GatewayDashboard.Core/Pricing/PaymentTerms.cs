using System.Collections.Immutable;

namespace GatewayDashboard.Core.Pricing;

/// <summary>How the user pays: choices, discounts and servers.</summary>
public sealed record PaymentTerms
{
    /// <summary>USD of credits bought at once; decides how much a minimum fee weighs.</summary>
    public decimal TopUp { get; init; } = 100;

    /// <summary>The chosen way by gateway id; a gateway not named takes its default.</summary>
    public ImmutableSortedDictionary<string, string> Ways { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>Negotiated discount by gateway id, as a fraction.</summary>
    public ImmutableSortedDictionary<string, decimal> Discounts { get; init; } = ImmutableSortedDictionary<string, decimal>.Empty;

    /// <summary>The id of a way that stands in front of the providers, added as further rows; null for none.</summary>
    public string? Front { get; init; }

    /// <summary>USD a month for own servers.</summary>
    public decimal ServerPerMonth { get; init; }

    /// <summary>Hours a month of a server paid by the hour.</summary>
    public decimal HoursPerMonth { get; init; }

    /// <summary>USD of such an hour.</summary>
    public decimal PerHour { get; init; }

    /// <summary>Factor on token prices for a region with a surcharge; 1 for none.</summary>
    public decimal RegionFactor { get; init; } = 1;

    /// <summary>The way chosen at a gateway, or null where it sells nothing.</summary>
    public PayingWay? WayAt(string gatewayId)
    {
        IReadOnlyList<PayingWay> ways = PayingWays.Of(gatewayId);
        return ways.FirstOrDefault(way => way.Id == Ways.GetValueOrDefault(gatewayId)) ?? (ways.Count > 0 ? ways[0] : null);
    }

    /// <summary>The fees of a way, the servers named here included where it runs on them.</summary>
    public GatewayFees FeesOf(PayingWay way)
    {
        ArgumentNullException.ThrowIfNull(way);
        return way.UsesOwnServer
            ? way.Fees with { ServerPerMonth = ServerPerMonth, HoursPerMonth = HoursPerMonth, PerHour = PerHour }
            : way.Fees;
    }

    /// <inheritdoc />
    public bool Equals(PaymentTerms? other) => other is not null
        && TopUp == other.TopUp && Front == other.Front && RegionFactor == other.RegionFactor
        && ServerPerMonth == other.ServerPerMonth && HoursPerMonth == other.HoursPerMonth && PerHour == other.PerHour
        && Ways.SequenceEqual(other.Ways) && Discounts.SequenceEqual(other.Discounts);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(TopUp, Front, RegionFactor, ServerPerMonth, HoursPerMonth, PerHour, Ways.Count, Discounts.Count);
}
