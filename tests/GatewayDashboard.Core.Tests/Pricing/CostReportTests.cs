using GatewayDashboard.Core.Pricing;

namespace GatewayDashboard.Core.Tests.Pricing;

public sealed class CostReportTests
{
    private static readonly Workload Load = new() { InputTokens = 1000, OutputTokens = 100, RequestsPerDay = 100 };
    private static readonly CostQuestion Question = new() { Model = "m", Preset = null, Workload = Load };

    private static CostReport Answer(params ModelPrice[] prices) => CostReport.Answer(Question, new PriceCatalogue(prices), SamplePrices.Today);

    private static ModelPrice At(string gatewayId, decimal input, int daysOld = 0, OfferState state = OfferState.Listed) =>
        SamplePrices.Plain with { GatewayId = gatewayId, Input = input, RetrievedOn = SamplePrices.Today.AddDays(-daysOld), State = state };

    [Fact]
    public void Answer_SeveralOffers_RanksTheCheapestFirst() =>
        Assert.Equal([("together", 1), ("groq", 2)], Answer(At("groq", 3), At("together", 1)).Rows.Select(row => (row.Price.GatewayId, row.Rank!.Value)));

    [Fact]
    public void Answer_StalePrice_IsComputedButCannotWin()
    {
        CostReport report = Answer(At("groq", 3), At("together", 1, daysOld: 91));

        Assert.Equal("groq", report.Cheapest!.Price.GatewayId);
        Assert.Equal("price is 91 days old", report.Rows[0].Unranked);
        Assert.NotNull(report.Rows[0].Estimate.PerMonth);
    }

    [Fact]
    public void Answer_StalePriceAllowed_CanWin()
    {
        CostReport report = CostReport.Answer(Question with { AllowStale = true }, new PriceCatalogue([At("groq", 3), At("together", 1, daysOld: 91)]), SamplePrices.Today);

        Assert.Equal("together", report.Cheapest!.Price.GatewayId);
    }

    [Theory]
    [InlineData(OfferState.Retired, "retired, last known price of 2026-11-24")]
    [InlineData(OfferState.NotListed, "no longer listed, last known price of 2026-11-24")]
    [InlineData(OfferState.Unverified, "sources disagree whether it can be called")]
    public void Answer_OfferThatMayNotBeBought_NeverWins(OfferState state, string reason)
    {
        CostReport report = Answer(At("groq", 3), At("together", 1, state: state));

        Assert.Equal("groq", report.Cheapest!.Price.GatewayId);
        Assert.Equal(reason, report.Rows.Single(row => row.Price.GatewayId == "together").Unranked);
    }

    [Fact]
    public void Answer_UnknownPrice_StandsLastWithItsReason()
    {
        CostReport report = Answer(SamplePrices.Plain with { GatewayId = "baseten", Output = null }, At("groq", 3));

        Assert.Equal(("baseten", "cannot be computed: no output price"), (report.Rows[^1].Price.GatewayId, report.Rows[^1].Unranked));
    }

    [Fact]
    public void Answer_PromptLongerThanTheContext_CannotWin() =>
        Assert.Equal("does not fit its context of 1,050 tokens", Answer(At("groq", 1) with { ContextLength = 1050 }).Rows[0].Unranked);

    [Fact]
    public void Answer_FreeVariantBelowItsDailyLimit_Wins() =>
        Assert.Equal(1, Answer(At("groq", 1) with { DailyLimit = 100 }).Rows[0].Rank);

    [Fact]
    public void Answer_FreeVariantAboveItsDailyLimit_CannotWin() =>
        Assert.Equal("limited to 99 requests a day", Answer(At("groq", 1) with { DailyLimit = 99 }).Rows[0].Unranked);

    [Fact]
    public void Answer_FrontChosen_AddsARowInFrontOfProvidersOnly()
    {
        CostQuestion question = Question with { Terms = new PaymentTerms { Front = "litellm", ServerPerMonth = 50 } };
        CostReport report = CostReport.Answer(question, new PriceCatalogue([At("groq", 1), At("openrouter", 1)]), SamplePrices.Today);

        Assert.Equal(["Groq", "LiteLLM → Groq", "OpenRouter"], report.Rows.Select(row => row.Name).Order());
    }

    [Fact]
    public void Answer_AnyWorkload_LowIsBelowTypicalIsBelowHigh()
    {
        CostRow row = Answer(At("groq", 1)).Rows[0];

        Assert.True(row.LowMonth < row.Estimate.PerMonth && row.Estimate.PerMonth < row.HighMonth);
    }

    [Fact]
    public void ChangeSinceLink_PricesMoved_SaysByHowMuch()
    {
        CostReport now = Answer(At("groq", 2));
        CostQuestion old = Question with { Snapshot = "00000000", CheapestThen = now.Cheapest!.Estimate.PerMonth / 1.25m };

        Assert.Equal(0.25m, CostReport.Answer(old, new PriceCatalogue([At("groq", 2)]), SamplePrices.Today).ChangeSinceLink);
    }

    [Fact]
    public void ArticleBars_LlamaScout_ShowsRetiredAsLastKnownAndUnknownAsEmpty()
    {
        IReadOnlyList<ArticleBar> bars = ArticleBar.For(PriceCatalogue.Bundled, CostQuestion.ArticleModel);

        Assert.Equal(0.40m, bars.Single(bar => bar.GatewayId == "openrouter").Usd);
        ArticleBar groq = bars.Single(bar => bar.GatewayId == "groq");
        Assert.Equal((0.45m, true, "retired · last known price, 2026-08-21"), (groq.Usd, groq.IsLastKnown, groq.Reason));
        Assert.Equal((null, "deprecated, no current price · 2026-08-21"), (bars.Single(bar => bar.GatewayId == "aimlapi").Usd, bars.Single(bar => bar.GatewayId == "aimlapi").Reason));
        Assert.Equal("not sold here, as far as our sources say", bars.Single(bar => bar.GatewayId == "baseten").Reason);
    }
}
