using GatewayDashboard.Core.Pricing;

namespace GatewayDashboard.Core.Gateways;

/// <summary>An offer as a dated source knows it.</summary>
/// <param name="Offer">What is sold, under which id.</param>
/// <param name="State">Whether it can still be called.</param>
/// <param name="Note">What a reader should know, or null.</param>
/// <param name="Source">Where it was read.</param>
/// <param name="AsOf">When.</param>
public sealed record KnownOffer(ModelOffer Offer, OfferState State, string? Note, string Source, DateOnly AsOf)
{
    /// <summary>Whether a new benchmark may be offered it.</summary>
    public bool CanBeCalled => State is OfferState.Listed or OfferState.Preview or OfferState.Deprecated or OfferState.Unverified;
}

/// <summary>A model that several gateways sell, each under an id of its own.</summary>
/// <param name="Id">The model part of the variant key, for example <c>llama-3.1-8b</c>.</param>
/// <param name="Name">The name shown.</param>
/// <param name="Aliases">Other names sources use for the same model, without the vendor's prefix.</param>
public sealed record CanonicalModel(string Id, string Name, IReadOnlyList<string> Aliases);
