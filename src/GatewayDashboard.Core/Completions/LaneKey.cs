using System.Security.Cryptography;
using System.Text;
using GatewayDashboard.Core.Gateways;

namespace GatewayDashboard.Core.Completions;

/// <summary>What calls must have in common to travel on one connection.</summary>
/// <param name="GatewayId">The gateway.</param>
/// <param name="Origin">Scheme, host and port.</param>
/// <param name="Credentials">A digest of every secret that is sent, so that the pool itself holds none.</param>
internal readonly record struct LaneKey(string GatewayId, string Origin, string Credentials)
{
    public static LaneKey Of(Connection connection, ComposedRequest request)
    {
        var secrets = string.Join('\n', request.Headers.Where(h => h.Secret is not null).Select(h => $"{h.Name}:{h.Secret!.Reveal()}"));
        return new LaneKey(connection.Gateway.Id, connection.Origin, Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(secrets))));
    }
}
