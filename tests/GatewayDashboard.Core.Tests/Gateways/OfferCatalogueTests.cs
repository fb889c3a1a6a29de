using GatewayDashboard.Core.Gateways;
using GatewayDashboard.Core.Pricing;

namespace GatewayDashboard.Core.Tests.Gateways;

public sealed class OfferCatalogueTests
{
    [Fact]
    public void SimulatedDefaults_TheArticlesModel_DifferInTheServingLabelAlone()
    {
        Assert.All(OfferCatalogue.SimulatedDefaults, offer => Assert.Equal("llama-3.1-8b", offer.Variant.Model));
        Assert.Equal(["Instruct", "Turbo", "Turbo", "Instant", "Instruct"], OfferCatalogue.SimulatedDefaults.Select(offer => offer.Variant.ServingLabel));
    }

    [Fact]
    public void LiveDefaults_SixGateways_SellTheSameVariantAndAllCanBeCalled()
    {
        Assert.Equal(6, OfferCatalogue.LiveDefaults.Count);
        Assert.Single(OfferCatalogue.LiveDefaults.Select(offer => offer.Variant).Distinct());
        Assert.All(OfferCatalogue.LiveDefaults, offer => Assert.True(OfferCatalogue.Find(offer.GatewayId, offer.ModelId)!.CanBeCalled));
    }

    [Fact]
    public void Find_GroqsLlama_IsRetired() =>
        Assert.Equal(OfferState.Retired, OfferCatalogue.Find("groq", "llama-3.1-8b-instant")!.State);

    [Fact]
    public void All_EveryOffer_NamesAKnownGatewayAndACanonicalModelAndIsUnique()
    {
        Assert.All(OfferCatalogue.All, known =>
        {
            Assert.NotNull(GatewayCatalogue.Find(known.Offer.GatewayId));
            Assert.Contains(OfferCatalogue.Canonical, model => model.Id == known.Offer.Variant.Model);
        });
        Assert.Equal(OfferCatalogue.All.Count, OfferCatalogue.All.Select(known => (known.Offer.GatewayId, known.Offer.ModelId)).Distinct().Count());
    }

    [Fact]
    public void FindModel_ASourcesOwnName_FindsTheCanonicalModel() =>
        Assert.Equal("llama-3.1-8b", OfferCatalogue.FindModel("Llama-3.1-8B-Instruct")!.Id);

    [Fact]
    public void For_AProxy_KnowsNoOffers() => Assert.Empty(OfferCatalogue.For("kong"));
}
