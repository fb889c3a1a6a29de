using GatewayDashboard.Core.Gateways;

namespace GatewayDashboard.Core.Requests;

/// <summary>Names the environment variable that stands for a gateway's key wherever a request is shown.</summary>
public static class KeyVariable
{
    /// <summary>The variable, or null where the gateway takes no key: servers on a machine of one's own.</summary>
    public static string? For(Gateway gateway)
    {
        ArgumentNullException.ThrowIfNull(gateway);
        if (gateway.KeyVariable is not null)
        {
            return gateway.KeyVariable;
        }

        return gateway.Kind switch
        {
            GatewayKind.LocalServer or GatewayKind.NotCallable => null,
            GatewayKind.Custom => "GATEWAY_API_KEY",
            _ when gateway.Id == "portkey-oss" => "UPSTREAM_API_KEY",
            _ => $"{gateway.Id.ToUpperInvariant().Replace('-', '_')}_API_KEY",
        };
    }
}
