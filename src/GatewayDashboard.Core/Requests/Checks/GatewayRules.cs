using System.Text.Json;
using GatewayDashboard.Core.Gateways;

namespace GatewayDashboard.Core.Requests.Checks;

/// <summary>What is known of how each gateway treats parameters, each with its source and date.</summary>
public static class GatewayRules
{
    private static readonly ILookup<string, GatewayRule> s_byGateway = Read().ToLookup(rule => rule.Gateway);

    /// <summary>The rules of a gateway; none means nothing is documented, not that everything is taken.</summary>
    public static IEnumerable<GatewayRule> For(string gatewayId) => s_byGateway[gatewayId];

    private static IReadOnlyList<GatewayRule> Read()
    {
        using Stream stream = typeof(GatewayRules).Assembly.GetManifestResourceStream("request-rules.json")
            ?? throw new InvalidOperationException("The request rules are not embedded.");
        return JsonSerializer.Deserialize<IReadOnlyList<GatewayRule>>(stream, CatalogueJson.Options)
            ?? throw new InvalidOperationException("The request rules are empty.");
    }
}
