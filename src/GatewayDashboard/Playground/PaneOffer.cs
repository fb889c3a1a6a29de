using GatewayDashboard.Core.Gateways;
using GatewayDashboard.Core.Pricing;

namespace GatewayDashboard.Playground;

/// <summary>A model a pane can choose.</summary>
/// <param name="Offer">What is sold, under which id.</param>
/// <param name="State">Whether it can still be called, as far as its last source says.</param>
/// <param name="Price">Its price, or null where unknown.</param>
public sealed record PaneOffer(ModelOffer Offer, OfferState State, ModelPrice? Price)
{
    /// <summary>Whether every word of the search occurs in its id or its model's name.</summary>
    public bool Matches(string search) => search.Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .All(word => Offer.ModelId.Contains(word, StringComparison.OrdinalIgnoreCase) || Offer.Variant.Model.Contains(word, StringComparison.OrdinalIgnoreCase));
}
