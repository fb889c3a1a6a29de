using CsCheck;
using GatewayDashboard.Core.Measurement;
using GatewayDashboard.Core.Pricing;

namespace GatewayDashboard.Core.Tests.Pricing;

public sealed class ComparisonTests
{
    private static readonly Workload Load = new() { InputTokens = 1000, OutputTokens = 100, RequestsPerDay = 100, DaysPerMonth = 30 };

    private static CostCurve Curve(ModelPrice price, PayingWay way, PaymentTerms? terms = null) =>
        CostCalculator.Estimate(price, way, Load, terms ?? new PaymentTerms()).Curve!;

    [Fact]
    public void Cheapest_ServerAgainstCreditFee_IsTheHandComputedBreakEven()
    {
        // $0.003 a request. Credits take 5.5 % = $0.000165; the server costs $49.50 a month: equal at 300,000 requests a month, 10,000 a day.
        var found = BreakEven.Cheapest(new Dictionary<string, CostCurve>
        {
            ["credits"] = Curve(SamplePrices.Plain, SamplePrices.Way("card", "openrouter")),
            ["server"] = Curve(SamplePrices.Plain, SamplePrices.Way("litellm", "litellm"), new PaymentTerms { ServerPerMonth = 49.5m }),
        });

        Assert.Equal([new CheapestFrom(1, "credits"), new CheapestFrom(10_001, "server")], found);
    }

    [Fact]
    public void Cheapest_NoCurves_IsEmpty() => Assert.Empty(BreakEven.Cheapest(new Dictionary<string, CostCurve>()));

    [Fact]
    public void Grid_Always_RisesFromTheLeastToTheGreatest()
    {
        Assert.Equal(BreakEven.Grid, BreakEven.Grid.Order());
        Assert.Equal(BreakEven.Span, (BreakEven.Grid[0], BreakEven.Grid[^1]));
    }

    [Fact]
    public void ParetoSet_AnyPoints_ContainsExactlyTheUnbeaten() =>
        Gen.Select(Gen.Int[0, 9], Gen.Int[0, 9]).Array[0, 12].Sample(points =>
        {
            var kept = ParetoSet.Of(points, p => p.Item1, p => p.Item2, lowerIsBetter: true).ToHashSet();
            foreach ((int Cost, int Delay) point in points)
            {
                bool beaten = points.Any(p => p.Item1 <= point.Cost && p.Item2 <= point.Delay && p != point);
                Assert.Equal(!beaten, kept.Contains(point));
            }
        });

    [Fact]
    public void Sensitivity_PlainRow_IsStrongestInRequestsAndExact()
    {
        CostRow row = CostReport.Answer(new CostQuestion { Model = "m", Workload = Load }, new PriceCatalogue([SamplePrices.Plain]), SamplePrices.Today).Rows[0];

        // $9 a month: $6 of input, $3 of output
        Assert.Equal(
            [new Sensitivity("requests a day", -1.8m, 1.8m), new Sensitivity("input tokens", -1.2m, 1.2m), new Sensitivity("output tokens", -0.6m, 0.6m)],
            Sensitivity.Of(row, new PaymentTerms()));
    }

    [Fact]
    public void BilledCheck_BillAboveEstimate_SaysByHowMuchAndCountsWhatItSkipped()
    {
        var usage = new TokenUsage { Input = 1000, Output = 100, CostUsd = 0.004m };
        BilledCheck check = BilledCheck.Of([(SamplePrices.Plain, usage), (null, usage), (SamplePrices.Plain, usage with { CostUsd = null })]);

        // estimate $0.003 against $0.004
        Assert.Equal((1, 0.003m, 0.004m, 2, -0.25m, true), (check.Calls, check.EstimatedUsd, check.BilledUsd, check.Skipped, check.Difference, check.Differs));
    }

    [Theory]
    [InlineData(0.00315, false)]
    [InlineData(0.0032, true)]
    public void BilledCheck_WithinFivePercent_DoesNotWarn(double billed, bool expected) =>
        Assert.Equal(expected, BilledCheck.Of([(SamplePrices.Plain, new TokenUsage { Input = 1000, Output = 100, CostUsd = (decimal)billed })]).Differs);

    [Fact]
    public void PriceChange_UnitMistake_NeedsReview()
    {
        var known = new PriceCatalogue([SamplePrices.Plain]);

        Assert.True(Assert.Single(PriceChange.Between(known, [SamplePrices.Plain with { Input = 2_000_000 }])).NeedsReview);
        Assert.False(Assert.Single(PriceChange.Between(known, [SamplePrices.Plain with { Input = 2.9m }])).NeedsReview);
    }

    [Fact]
    public void PriceChange_SamePriceReadAgain_IsNoChange() =>
        Assert.Empty(PriceChange.Between(new PriceCatalogue([SamplePrices.Plain]), [SamplePrices.Plain with { RetrievedOn = new(2027, 1, 1) }]));

    [Theory]
    [InlineData("", 0)]
    [InlineData("hello world", 2)]
    [InlineData("antidisestablishmentarianism", 6)] // this and the next as printed in OpenAI's token-counting guide
    [InlineData("お誕生日おめでとう", 8)]
    public void TokenCounter_KnownTexts_CountsAsO200k(string text, int expected) => Assert.Equal(expected, TokenCounter.Count(text));

    [Theory]
    [InlineData(0, "$0.00")]
    [InlineData(0.000184, "$0.000184")]
    [InlineData(0.0000123456, "$0.0000123")]
    [InlineData(0.0234567, "$0.0235")]
    [InlineData(1234.5, "$1,234.50")]
    [InlineData(-3, "−$3.00")]
    public void Usd_Cost_NeverHidesSomethingAsZero(double usd, string expected) => Assert.Equal(expected, Usd.Cost((decimal)usd));

    [Theory]
    [InlineData(0.15, "$0.15")]
    [InlineData(3, "$3.00")]
    [InlineData(0.0375, "$0.0375")]
    public void Usd_Price_TrimsToTwoDecimals(double usd, string expected) => Assert.Equal(expected, Usd.Price((decimal)usd));
}
