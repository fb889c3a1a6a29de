using GatewayDashboard.Core.Gateways;
using GatewayDashboard.Credentials;

namespace GatewayDashboard.Live;

/// <summary>Whom a benchmark calls unless somebody chooses otherwise.</summary>
public static class DefaultTargets
{
    /// <summary>Simulated: the published comparison's five. Live: the one model all hosted gateways sell, at every gateway with a key.</summary>
    public static IReadOnlyList<Target> Of(ConnectionDirectory connections, bool simulated) =>
    [
        .. (simulated ? OfferCatalogue.SimulatedDefaults : OfferCatalogue.LiveDefaults)
            .Select(offer => connections.Find(offer, simulated))
            .OfType<Target>(),
    ];
}
