using System.Text.Json;
using System.Text.Json.Serialization;

namespace GatewayDashboard.Core.Gateways;

/// <summary>How the bundled catalogues are read: a misspelt field is a fault at start, never silently a default.</summary>
internal static class CatalogueJson
{
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Converters = { new JsonStringEnumConverter() },
    };
}
