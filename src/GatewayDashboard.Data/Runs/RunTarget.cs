using GatewayDashboard.Core.Gateways;
using GatewayDashboard.Core.Measurement;

namespace GatewayDashboard.Data.Runs;

/// <summary>A target as it stood when the run was made; holds no key.</summary>
/// <param name="Offer">What was asked for.</param>
/// <param name="DisplayName">The gateway's name as shown then.</param>
/// <param name="Origin">Scheme, host and port the calls went to.</param>
/// <param name="Provenance">Live, custom address or simulated.</param>
/// <param name="InFrontOf">The gateway it stood in front of, or null.</param>
public sealed record RunTarget(ModelOffer Offer, string DisplayName, string Origin, Provenance Provenance, string? InFrontOf = null)
{
    /// <summary>The target's key within the run.</summary>
    public string Key => $"{Offer.GatewayId}/{Offer.ModelId}";

    /// <summary>The target as it stands now.</summary>
    public static RunTarget Of(Target target) =>
        new(target.Offer, target.Connection.DisplayName, target.Connection.Origin, target.Connection.Provenance, target.Connection.InFrontOf);
}
