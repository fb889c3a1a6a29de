using System.Collections.Immutable;
using CsCheck;
using GatewayDashboard.Core.Pricing;

namespace GatewayDashboard.Core.Tests.Pricing;

public sealed class CostCalculatorTests
{
    private static readonly PaymentTerms Terms = new();

    // $0.003 a request by the plain price: 1,000 in, 100 out
    private static readonly Workload Small = new() { InputTokens = 1000, OutputTokens = 100, RequestsPerDay = 1000, DaysPerMonth = 30 };

    private static CostEstimate Estimate(Workload workload, PaymentTerms? terms = null, ModelPrice? price = null, PayingWay? way = null) =>
        CostCalculator.Estimate(price ?? SamplePrices.Plain, way ?? SamplePrices.NoFee, workload, terms ?? Terms);

    [Fact]
    public void Estimate_PlainWorkload_GivesEveryPeriod()
    {
        CostEstimate cost = Estimate(Small);

        Assert.Equal((0.003m, 3m, 90m, 1080m), (cost.PerCall, cost.PerDay, cost.PerMonth, cost.PerYear));
    }

    [Fact]
    public void Estimate_Growth_CountsTheFirstMonthAtTodaysLevel() =>
        // 90 × (1 + 2 + 4 + … + 2,048) with a doubling every month
        Assert.Equal(90m * 4095, Estimate(Small with { GrowthPerMonth = 1 }).PerYear);

    [Fact]
    public void Estimate_Conversation_SendsTheHistoryWithEveryTurn() =>
        // input 1,000 + 1,500 + 2,000 at $2, output 3 × 100 at $10, per million
        Assert.Equal(0.012m, Estimate(Small with { Turns = 3, AddedPerTurn = 500 }).PerRequest);

    [Fact]
    public void Estimate_Conversation_CallsAreTurns() =>
        Assert.Equal(0.004m, Estimate(Small with { Turns = 3, AddedPerTurn = 500 }).PerCall);

    [Fact]
    public void Estimate_HalfCanWait_BlendsTheBatchPrice() =>
        Assert.Equal(90m * 0.75m, Estimate(Small with { BatchShare = 0.5m }, price: SamplePrices.Plain with { BatchShare = 0.5m }).PerMonth);

    [Fact]
    public void Estimate_NoBatchPrice_ChargesInFullAndSaysSo()
    {
        CostEstimate cost = Estimate(Small with { BatchShare = 1 });

        Assert.Equal(90m, cost.PerMonth);
        Assert.Contains("no batch price known: batched requests at the full price", cost.Assumptions);
    }

    [Fact]
    public void Estimate_FailuresThatAreBilled_RaiseTheCostPerAnswer() =>
        // 1,000 a day, a fifth without answer but billed: $3 a day over 800 answers
        Assert.Equal(0.00375m, Estimate(Small with { FailedShare = 0.2m }).PerAnswer);

    [Fact]
    public void Estimate_FailuresThatAreNotBilled_LeaveTheCostPerAnswer() =>
        Assert.Equal(0.003m, Estimate(Small with { FailedShare = 0.2m, BilledShare = 0 }).PerAnswer);

    [Fact]
    public void Estimate_Retries_AreBilledBesides() =>
        Assert.Equal(90m * 1.5m, Estimate(Small with { RetryRate = 0.5m }).PerMonth);

    [Fact]
    public void Estimate_EveryRequestFails_CostPerAnswerIsUnknown() =>
        Assert.Null(Estimate(Small with { FailedShare = 1 }).PerAnswer);

    [Fact]
    public void Estimate_NoRequests_CostsNothingAndHasNoCostPerCall()
    {
        CostEstimate cost = Estimate(Small with { RequestsPerDay = 0 });

        Assert.Equal((0m, (decimal?)null), (cost.PerMonth, cost.PerCall));
    }

    [Fact]
    public void Estimate_DiscountAndRegion_Multiply() =>
        Assert.Equal(90m * 0.9m * 1.1m, Estimate(Small, Terms with
        {
            RegionFactor = 1.1m,
            Discounts = ImmutableSortedDictionary<string, decimal>.Empty.Add("groq", 0.1m),
        }).PerMonth);

    [Fact]
    public void Estimate_CreditsByCard_AddTheFeeAndItsShare()
    {
        CostEstimate cost = Estimate(Small, way: SamplePrices.Way("card", "openrouter"));

        Assert.Equal(94.95m, cost.PerMonth);
        Assert.Equal(4.95m / 94.95m, cost.FeeShare);
    }

    [Fact]
    public void Estimate_OwnServerInFront_AddsHosting() =>
        Assert.Equal(150m, Estimate(Small, Terms with { ServerPerMonth = 60 }, way: SamplePrices.Way("litellm", "litellm")).PerMonth);

    [Fact]
    public void Estimate_PriceUnknown_IsNullWithItsReason()
    {
        CostEstimate cost = Estimate(Small, price: SamplePrices.Plain with { Input = null });

        Assert.Equal(((decimal?)null, "no input price"), (cost.PerMonth, cost.Missing));
    }

    [Fact]
    public void Estimate_Explanation_EndsInTheMonthAndNamesEveryStep()
    {
        CostEstimate cost = Estimate(Small with { FailedShare = 0.1m, BilledShare = 0 }, way: SamplePrices.Way("card", "openrouter"));

        Assert.Equal(["input", "output", "one request", "failures and retries", "usage a month", "gateway fee", "a month"], cost.Explanation.Select(line => line.Label));
        Assert.Equal(cost.PerMonth, cost.Explanation[^1].Usd);
        Assert.Equal("1,000 tokens × $2.00 per million", cost.Explanation[0].Formula);
    }

    [Fact]
    public void Estimate_PartsOfTheMonth_AddUpToIt() =>
        Gen.Select(Gen.Long[0, 100_000], Gen.Long[0, 100_000], Gen.Long[0, 10_000], Gen.Int[1, 5], Gen.Int[0, 100]).Sample((input, cached, output, turns, batch) =>
        {
            Workload workload = Small with { InputTokens = input + cached, CachedTokens = cached, OutputTokens = output, Turns = turns, BatchShare = batch / 100m };
            CostEstimate cost = Estimate(workload, price: SamplePrices.Plain with { BatchShare = 0.5m }, way: SamplePrices.Way("card", "openrouter"));

            Assert.Equal(cost.PerMonth, CostParts.All.Sum(part => cost.Month![part]));
        });

    [Fact]
    public void Estimate_MoreRequests_CostInProportionWithoutFixedFees() =>
        Gen.Select(Gen.Int[1, 1_000_000], Gen.Int[1, 50]).Sample((requests, times) =>
            Assert.Equal(Estimate(Small with { RequestsPerDay = requests }).PerMonth * times, Estimate(Small with { RequestsPerDay = requests * (decimal)times }).PerMonth));
}
