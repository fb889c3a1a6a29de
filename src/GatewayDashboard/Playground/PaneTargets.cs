using GatewayDashboard.Core.Gateways;
using GatewayDashboard.Core.Pricing;
using GatewayDashboard.Credentials;
using GatewayDashboard.Live;

namespace GatewayDashboard.Playground;

/// <summary>What panes can call at the moment: gateways, their offers, and the same model elsewhere.</summary>
public sealed class PaneTargets(ConnectionDirectory connections, CurrentPrices prices)
{
    // What a gateway without known offers is asked for; the simulated teaching gateways answer to any name.
    private const string AnyModel = "simulated";
    private const int FirstPanes = 4;

    /// <summary>Gateways that can be called, real or simulated.</summary>
    public IReadOnlyList<GatewayStatus> Gateways => [.. connections.Statuses.Where(status => status.Current is not null)];

    /// <summary>Whom a pane calls, or null where its gateway is not set up.</summary>
    public Target? Find(PaneSetup setup)
    {
        ArgumentNullException.ThrowIfNull(setup);
        return connections.Find(setup.GatewayId)?.Current is { } connection ? new(connection, Offer(setup.GatewayId, setup.Model)) : null;
    }

    /// <summary>The gateway's name, whether it is set up or not.</summary>
    public string Name(string gatewayId) => connections.Find(gatewayId)?.Gateway.Name ?? GatewayCatalogue.Find(gatewayId)?.Name ?? gatewayId;

    /// <summary>What a gateway is known to sell: callable ones first, by name.</summary>
    public IReadOnlyList<PaneOffer> Offers(string gatewayId)
    {
        var known = OfferCatalogue.For(gatewayId).ToDictionary(row => row.Offer.ModelId, row => row.State);
        foreach (var price in prices.Value.Current.Where(price => price.GatewayId == gatewayId))
        {
            known.TryAdd(price.ModelId, price.State);
        }

        return
        [
            .. known.Select(row => new PaneOffer(Offer(gatewayId, row.Key), row.Value, prices.Value.Find(gatewayId, row.Key)))
                .OrderBy(offer => offer.State is OfferState.Retired or OfferState.NotListed)
                .ThenBy(offer => offer.Offer.ModelId, StringComparer.OrdinalIgnoreCase),
        ];
    }

    /// <summary>The gateway's offer of the same model: of the same variant where it has one, else under another label; null where it sells none.</summary>
    public string? Same(ModelVariant variant, string gatewayId)
    {
        ArgumentNullException.ThrowIfNull(variant);
        var offers = OfferCatalogue.For(gatewayId).Where(row => row.CanBeCalled && row.Offer.Variant.Model == variant.Model).ToList();
        return (offers.FirstOrDefault(row => row.Offer.Variant == variant) ?? offers.FirstOrDefault())?.Offer.ModelId;
    }

    /// <summary>A model to begin with at a gateway: the one <paramref name="like"/> names where it is sold there, else the first known.</summary>
    public string FirstModel(string gatewayId, ModelVariant? like = null) =>
        (like is null ? null : Same(like, gatewayId)) ?? OfferCatalogue.For(gatewayId).FirstOrDefault(row => row.CanBeCalled)?.Offer.ModelId ?? AnyModel;

    /// <summary>What an empty playground starts with: live gateways if there are any, else the simulated ones. The two are never mixed unasked.</summary>
    public IReadOnlyList<PaneSetup> First()
    {
        List<PaneSetup> setups = [.. DefaultTargets.Of(connections, connections.Live.Count == 0).Take(FirstPanes).Select(target => new PaneSetup(target.Offer.GatewayId, target.Offer.ModelId))];
        return setups.Count > 0 ? setups : [.. Gateways.Take(1).Select(status => new PaneSetup(status.Gateway.Id, FirstModel(status.Gateway.Id)))];
    }

    private static ModelOffer Offer(string gatewayId, string model) =>
        OfferCatalogue.Find(gatewayId, model)?.Offer ?? new(gatewayId, model, VariantReader.Read(gatewayId, model));
}
