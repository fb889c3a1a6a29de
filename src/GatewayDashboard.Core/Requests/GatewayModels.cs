using GatewayDashboard.Core.Gateways;

namespace GatewayDashboard.Core.Requests;

/// <summary>Finds the id under which a gateway sells a model.</summary>
public static class GatewayModels
{
    /// <summary>The offer to start a request with: a callable one of the model every gateway sells, else any; empty where nothing is known.</summary>
    public static string Default(string gatewayId) =>
        (OfferCatalogue.LiveDefaults.FirstOrDefault(offer => offer.GatewayId == gatewayId)
            ?? OfferCatalogue.For(gatewayId).FirstOrDefault(known => known.CanBeCalled)?.Offer)?.ModelId ?? "";

    /// <summary>The same model at another gateway, or null where it is not known to sell it. A gateway that passes on what stands behind it keeps the id.</summary>
    public static string? Same(string fromGatewayId, string modelId, string toGatewayId)
    {
        IReadOnlyList<KnownOffer> offers = OfferCatalogue.For(toGatewayId);
        if (fromGatewayId == toGatewayId || offers.Count == 0)
        {
            return modelId;
        }

        string model = VariantReader.Read(fromGatewayId, modelId).Model;
        return offers.Where(known => known.Offer.Variant.Model == model)
            .OrderByDescending(known => known.CanBeCalled).ThenBy(known => known.Offer.Variant.ServingLabel.Length)
            .FirstOrDefault()?.Offer.ModelId;
    }
}
