using GatewayDashboard.Core.Gateways;

namespace GatewayDashboard.Core.Pricing;

/// <summary>Turns what a gateway's models list says of a model into a dated price.</summary>
public static class ListedPrice
{
    /// <summary>The prices of a list, rows without one left out.</summary>
    /// <param name="gatewayId">Whose list it is.</param>
    /// <param name="models">Its rows.</param>
    /// <param name="unit">What it states token prices in.</param>
    /// <param name="source">Where it was read, for example <c>https://openrouter.ai/api/v1/models</c>.</param>
    /// <param name="today">The day it was read.</param>
    public static IReadOnlyList<ModelPrice> From(string gatewayId, IEnumerable<ListedModel> models, PriceUnit unit, string source, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(models);
        return [.. models
            .Where(model => model.IsChat && (model.Input is not null || model.Output is not null))
            .Select(model => new ModelPrice
            {
                GatewayId = gatewayId,
                ModelId = model.Id,
                CanonicalModel = OfferCatalogue.Find(gatewayId, model.Id)?.Offer.Variant.Model,
                Input = model.Input,
                Output = model.Output,
                CachedInput = model.CachedInput,
                CacheWrite = model.CacheWrite,
                PerRequest = model.PerRequest,
                PerImage = model.PerImage,
                ContextLength = model.ContextLength,
                State = OfferCatalogue.Find(gatewayId, model.Id)?.State is OfferState.Preview ? OfferState.Preview : OfferState.Listed,
                PublishedUnit = Words(unit),
                Source = source,
                RetrievedOn = today,
                Origin = PriceOrigin.ModelsList,
            })];
    }

    private static string? Words(PriceUnit unit) => unit switch
    {
        PriceUnit.UsdPerToken => "USD per token",
        PriceUnit.UsdPerMillion => "USD per million tokens",
        PriceUnit.CentsPerToken => "US cents per token",
        PriceUnit.PerUnits => "USD per stated number of tokens",
        _ => null,
    };
}
