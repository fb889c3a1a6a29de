using GatewayDashboard.Core.Gateways;
using GatewayDashboard.Core.Measurement;
using GatewayDashboard.Credentials;
using GatewayDashboard.Data.Runs;

namespace GatewayDashboard.Live;

/// <summary>Finds today's connection for an offer, or for a target of an earlier run.</summary>
public static class RunTargets
{
    /// <summary>The simulated twin or the real connection with its offer, or null where the gateway is not set up for that.</summary>
    public static Target? Find(this ConnectionDirectory connections, ModelOffer offer, bool simulated)
    {
        var status = connections.Find(offer.GatewayId);
        return (simulated ? status?.Simulated : status?.Live) is { } connection ? new(connection, offer) : null;
    }

    /// <summary>The same target as then: same provenance and, but for simulated ones, same origin; null where that is no longer set up.</summary>
    public static Target? Find(this ConnectionDirectory connections, RunTarget then) =>
        connections.Find(then.Offer, then.Provenance == Provenance.Simulated) is { } target
        && target.Connection.Provenance == then.Provenance
        && (then.Provenance == Provenance.Simulated || target.Connection.Origin == then.Origin)
            ? target
            : null;
}
