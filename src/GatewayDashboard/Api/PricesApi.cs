using System.Text.Json;
using System.Text.Json.Serialization;
using GatewayDashboard.Core.Pricing;
using GatewayDashboard.Live;

namespace GatewayDashboard.Api;

/// <summary>The prices in force as JSON, with source and date of each.</summary>
internal static class PricesApi
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        WriteIndented = true,
    };

    /// <summary>Maps <c>GET /api/v1/prices</c>: <c>?model=</c> and <c>?gateway=</c> narrow it, <c>?history=true</c> adds earlier readings.</summary>
    public static void MapPrices(this WebApplication app) =>
        app.MapGet("/api/v1/prices", Answer).WithName("GetPrices").WithSummary("Prices in USD per million tokens; null is unknown, never free.").Produces<PriceList>();

    private static IResult Answer(CurrentPrices prices, string? model = null, string? gateway = null, bool history = false)
    {
        PriceCatalogue catalogue = prices.Value;
        IEnumerable<ModelPrice> rows = (history ? catalogue.Rows : catalogue.Current)
            .Where(row => model is null || string.Equals(row.CanonicalModel, model, StringComparison.OrdinalIgnoreCase))
            .Where(row => gateway is null || string.Equals(row.GatewayId, gateway, StringComparison.OrdinalIgnoreCase))
            .OrderBy(row => row.Key, StringComparer.Ordinal).ThenBy(row => row.RetrievedOn);
        return Results.Json(new PriceList(catalogue.SnapshotId, "USD per million tokens", [.. rows]), Json);
    }
}

/// <summary>Prices as the API gives them.</summary>
/// <param name="Snapshot">Changes when any current price does.</param>
/// <param name="Unit">What token prices are stated in.</param>
/// <param name="Prices">One dated row per offer, or per reading with the history.</param>
internal sealed record PriceList(string Snapshot, string Unit, IReadOnlyList<ModelPrice> Prices);
