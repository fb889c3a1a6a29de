using GatewayDashboard.Core.Pricing;

namespace GatewayDashboard.Core.Tests.Pricing;

public sealed class PriceCatalogueTests
{
    [Fact]
    public void Bundled_EveryRow_HasSourceDateAndNoNegativePrice()
    {
        Assert.NotEmpty(PriceCatalogue.Bundled.Rows);
        Assert.All(PriceCatalogue.Bundled.Rows, row =>
        {
            Assert.NotEmpty(row.Source);
            Assert.InRange(row.RetrievedOn, new DateOnly(2026, 1, 1), new DateOnly(2026, 12, 31));
            Assert.All(new[] { row.Input, row.Output, row.CachedInput }, price => Assert.False(price < 0));
        });
    }

    [Theory]
    [InlineData("groq", "openai/gpt-oss-120b", 0.15, 0.6)]
    [InlineData("sambanova", "gpt-oss-120b", 0.22, 0.59)]
    [InlineData("together", "meta-llama/Llama-3.3-70B-Instruct-Turbo", 0.88, 0.88)]
    public void Bundled_KnownOffer_HasThePublishedPrice(string gatewayId, string modelId, double input, double output)
    {
        ModelPrice price = PriceCatalogue.Bundled.Find(gatewayId, modelId)!;

        Assert.Equal(((decimal)input, (decimal)output), (price.Input, price.Output));
    }

    [Fact]
    public void Bundled_OfferReadTwice_TheNewerIsCurrentAndBothAreHistory()
    {
        IReadOnlyList<ModelPrice> history = PriceCatalogue.Bundled.History("openrouter", "meta-llama/llama-3.3-70b-instruct");

        Assert.Equal([0.10m, 0.13m], history.Select(row => row.Input!.Value));
        Assert.Equal(0.13m, PriceCatalogue.Bundled.Find("openrouter", "meta-llama/llama-3.3-70b-instruct")!.Input);
    }

    [Fact]
    public void Find_UnknownOffer_IsNull() => Assert.Null(PriceCatalogue.Bundled.Find("groq", "no-such-model"));

    [Fact]
    public void With_NewerReading_ReplacesAndKeepsTheCanonicalModel()
    {
        PriceCatalogue catalogue = new PriceCatalogue([SamplePrices.Plain with { RetrievedOn = new(2026, 1, 1) }])
            .With([SamplePrices.Plain with { Input = 5, CanonicalModel = null, Origin = PriceOrigin.ModelsList }]);

        Assert.Equal(5m, Assert.Single(catalogue.ForModel("m")).Input);
    }

    [Fact]
    public void With_OwnPrice_WinsOverANewerReading()
    {
        ModelPrice own = SamplePrices.Plain with { Input = 1, Origin = PriceOrigin.Override, RetrievedOn = new(2026, 1, 1) };

        Assert.Equal(1m, new PriceCatalogue([SamplePrices.Plain]).With([own]).Find("groq", "plain")!.Input);
    }

    [Fact]
    public void SnapshotId_AnyPriceChanged_Changes()
    {
        var before = new PriceCatalogue([SamplePrices.Plain]);
        var after = new PriceCatalogue([SamplePrices.Plain with { Output = 11 }]);

        Assert.NotEqual(before.SnapshotId, after.SnapshotId);
        Assert.Equal(before.SnapshotId, new PriceCatalogue([SamplePrices.Plain with { RetrievedOn = new(2026, 1, 1) }]).SnapshotId);
    }

    [Theory]
    [InlineData(0, PriceOrigin.ModelsList, "today")]
    [InlineData(1, PriceOrigin.ModelsList, "1 day")]
    [InlineData(12, PriceOrigin.Bundled, "checked 12 days ago")]
    [InlineData(31, PriceOrigin.Bundled, "check, 31 days")]
    [InlineData(91, PriceOrigin.ModelsList, "stale, 91 days")]
    [InlineData(91, PriceOrigin.Override, "own, 91 days")]
    public void Age_Text_FollowsDaysAndOrigin(int days, PriceOrigin origin, string expected) =>
        Assert.Equal(expected, PriceAge.Of(SamplePrices.Plain with { RetrievedOn = SamplePrices.Today.AddDays(-days), Origin = origin }, SamplePrices.Today).Text);

    [Theory]
    [InlineData(90, false)]
    [InlineData(91, true)]
    public void Age_IsStale_OnlyBeyondNinetyDays(int days, bool expected) =>
        Assert.Equal(expected, new PriceAge(days, PriceOrigin.Bundled).IsStale);
}
