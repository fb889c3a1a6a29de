namespace GatewayDashboard.Core.Pricing;

/// <summary>One gateway in the article's view: a million input and a million output tokens of one model.</summary>
/// <param name="GatewayId">The gateway.</param>
/// <param name="GatewayName">Its name.</param>
/// <param name="Price">The price shown; null where none is known.</param>
/// <param name="Reason">Why there is no amount, or what qualifies it; null where neither applies.</param>
public sealed record ArticleBar(string GatewayId, string GatewayName, ModelPrice? Price, string? Reason)
{
    /// <summary>USD for a million tokens in and a million out; null where unknown.</summary>
    public decimal? Usd => Price?.Input + Price?.Output;

    /// <summary>Whether the offer is gone and the amount its last known price.</summary>
    public bool IsLastKnown => Usd is not null && Price!.State is OfferState.Retired or OfferState.NotListed;

    /// <summary>A bar per gateway that sells models, current prices first and cheapest first, empty rows last. Free variants are not what the article compared.</summary>
    public static IReadOnlyList<ArticleBar> For(PriceCatalogue catalogue, string model)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        IReadOnlyList<ModelPrice> offers = catalogue.ForModel(model);
        return [.. PayingWays.Sellers
            .Select(seller => Bar(seller, offers.Where(offer => offer.GatewayId == seller.GatewayId && offer.DailyLimit is null)))
            .OrderBy(bar => bar.Usd is null).ThenBy(bar => bar.IsLastKnown).ThenBy(bar => bar.Usd)];
    }

    private static ArticleBar Bar(PayingWay seller, IEnumerable<ModelPrice> offers)
    {
        // Where a gateway has several offers, the one that can be bought stands for it, then the cheaper.
        ModelPrice? price = offers
            .OrderBy(offer => offer.State is OfferState.Retired or OfferState.NotListed)
            .ThenBy(offer => offer.State == OfferState.Unverified)
            .ThenBy(offer => offer.Input + offer.Output ?? decimal.MaxValue)
            .FirstOrDefault();
        return new ArticleBar(seller.GatewayId, seller.GatewayName, price, Why(price));
    }

    private static string? Why(ModelPrice? price) => price switch
    {
        null => "not sold here, as far as our sources say",
        { State: OfferState.Retired, Input: null } => $"retired, no price was published · {RowRules.Day(price.RetrievedOn)}",
        { State: OfferState.Retired } => $"retired · last known price, {RowRules.Day(price.RetrievedOn)}",
        { State: OfferState.NotListed, Input: null } => $"no longer listed, no price known · {RowRules.Day(price.RetrievedOn)}",
        { State: OfferState.NotListed } => $"no longer listed · last known price, {RowRules.Day(price.RetrievedOn)}",
        { State: OfferState.Deprecated, Input: null } => $"deprecated, no current price · {RowRules.Day(price.RetrievedOn)}",
        { State: OfferState.Deprecated } => "deprecated",
        { Input: null } or { Output: null } => "no price published",
        { State: OfferState.Unverified } => "sources disagree whether it can be called",
        _ => null,
    };
}
