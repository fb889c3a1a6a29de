using System.Text.Json;
using System.Text.Json.Serialization;

namespace GatewayDashboard.Core.Gateways;

/// <summary>Every gateway the product knows, from the data that ships with it. Adding a gateway is adding a row there.</summary>
public static class GatewayCatalogue
{
    private static readonly Rows s_rows = Read();
    private static readonly Dictionary<string, Gateway> s_byId =
        s_rows.Gateways.Concat(s_rows.Teaching).ToDictionary(gateway => gateway.Id, StringComparer.OrdinalIgnoreCase);

    /// <summary>The gateways of the catalogue, in the order they are shown; one of them may not be callable.</summary>
    public static IReadOnlyList<Gateway> All => s_rows.Gateways;

    /// <summary>Gateways that exist only in the simulator, to show what failing, buffering and reasoning look like.</summary>
    public static IReadOnlyList<Gateway> Teaching => s_rows.Teaching;

    /// <summary>The gateway of that id (case does not matter), teaching ones included, or null.</summary>
    public static Gateway? Find(string id) => s_byId.GetValueOrDefault(id);

    /// <summary>The ids of the gateways a vendor hosts: the ones the simulator can play.</summary>
    public static IReadOnlyList<Gateway> Hosted { get; } =
        [.. s_rows.Gateways.Where(gateway => gateway.Kind is GatewayKind.HostedRouter or GatewayKind.InferenceProvider)];

    private static Rows Read()
    {
        using Stream stream = typeof(GatewayCatalogue).Assembly.GetManifestResourceStream("gateways.json")
            ?? throw new InvalidOperationException("The gateway catalogue is not embedded.");
        return JsonSerializer.Deserialize<Rows>(stream, CatalogueJson.Options)
            ?? throw new InvalidOperationException("The gateway catalogue is empty.");
    }

    private sealed record Rows
    {
        [JsonRequired]
        public required IReadOnlyList<Gateway> Gateways { get; init; }

        [JsonRequired]
        public required IReadOnlyList<Gateway> Teaching { get; init; }
    }
}
