using CsCheck;
using GatewayDashboard.Core.Pricing;

namespace GatewayDashboard.Core.Tests.Pricing;

public sealed class CallCostTests
{
    private static readonly Gen<long> Tokens = Gen.Long[0, 400_000];

    private static readonly Gen<CallShape> Shapes = Gen.Select(Tokens, Tokens, Tokens, Tokens, Tokens, (u, c, w, o, r) =>
        new CallShape { Uncached = u, Cached = c, CacheWrite = w, Output = o, Reasoning = r });

    // Prices as published: up to nine decimals per million tokens.
    private static readonly Gen<decimal> PricesPerMillion = Gen.Long[0, 50_000_000_000].Select(nano => nano / 1_000_000_000m);

    private static readonly Gen<ModelPrice> Prices = Gen.Select(PricesPerMillion, PricesPerMillion, PricesPerMillion, PricesPerMillion, (i, c, w, o) =>
        SamplePrices.Plain with { Input = i, CachedInput = c, CacheWrite = w, Output = o });

    [Fact]
    public void Of_EveryKindOfToken_IsTheHandComputedSum()
    {
        // 1,000 × $2 + 2,000 × $1 + 500 × $3 + 300 × $10 + 200 × $10, all per million, = 10,500 / 1,000,000
        var call = new CallShape { Uncached = 1000, Cached = 2000, CacheWrite = 500, Output = 300, Reasoning = 200 };

        Assert.Equal(0.0105m, CallCost.Of(SamplePrices.Plain, call).Usd);
    }

    [Fact]
    public void Of_AnyCall_EqualsIntegerArithmetic() =>
        Gen.Select(Gen.Long[0, 50_000_000_000], Gen.Long[0, 50_000_000_000], Shapes).Sample((input, output, call) =>
        {
            // The prices in nano-dollars per million: the sum in integers has no rounding to hide.
            ModelPrice price = SamplePrices.Plain with { Input = input / 1_000_000_000m, CachedInput = 0, CacheWrite = 0, Output = output / 1_000_000_000m };
            var nano = ((System.Numerics.BigInteger)input * call.Uncached) + ((System.Numerics.BigInteger)output * (call.Output + call.Reasoning));

            Assert.Equal(nano, (System.Numerics.BigInteger)(CallCost.Of(price, call).Usd!.Value * 1_000_000_000_000_000m));
        });

    [Fact]
    public void Of_MoreTokensOfAnyKind_NeverCostsLess() =>
        Gen.Select(Prices, Shapes, Gen.Long[0, 1000], Gen.Int[0, 4]).Sample((price, call, more, kind) =>
        {
            CallShape larger = kind switch
            {
                0 => call with { Uncached = call.Uncached + more },
                1 => call with { Cached = call.Cached + more },
                2 => call with { CacheWrite = call.CacheWrite + more },
                3 => call with { Output = call.Output + more },
                _ => call with { Reasoning = call.Reasoning + more },
            };
            Assert.True(CallCost.Of(price, larger).Usd >= CallCost.Of(price, call).Usd);
        });

    [Fact]
    public void Of_TwoCallsInOneTier_AddUp() =>
        Gen.Select(Prices, Shapes, Shapes).Sample((price, a, b) =>
        {
            var both = new CallShape
            {
                Uncached = a.Uncached + b.Uncached,
                Cached = a.Cached + b.Cached,
                CacheWrite = a.CacheWrite + b.CacheWrite,
                Output = a.Output + b.Output,
                Reasoning = a.Reasoning + b.Reasoning,
            };
            Assert.Equal(CallCost.Of(price, both).Usd, CallCost.Of(price, a).Usd + CallCost.Of(price, b).Usd);
        });

    [Fact]
    public void Of_OneTokenMore_MovesByOneTokensPriceExceptAtATierBorder() =>
        Gen.Select(Gen.Long[0, 400_000], Gen.Long[0, 10_000]).Sample((input, output) =>
        {
            decimal Cost(long tokens) => CallCost.Of(SamplePrices.Tiered, new CallShape { Uncached = tokens, Output = output }).Usd!.Value;
            decimal step = Cost(input + 1) - Cost(input);

            Assert.True(input == 199_999 ? step > 0.000004m : step is 0.000002m or 0.000004m);
        });

    [Fact]
    public void Of_PromptAtTheTierBorder_BillsTheWholeCallAtTheTier()
    {
        // 200,000 × $4 + 1,000 × $15 per million
        CallCost cost = CallCost.Of(SamplePrices.Tiered, new CallShape { Uncached = 50_000, Cached = 0, CacheWrite = 0, Output = 1000 } with { Uncached = 200_000 });

        Assert.Equal((0.815m, 200_000L), (cost.Usd, cost.TierFrom!.Value));
    }

    [Fact]
    public void Of_CachedTokensReachTheBorder_TheTierCountsThemToo()
    {
        CallCost cost = CallCost.Of(SamplePrices.Tiered, new CallShape { Uncached = 1, Cached = 199_999 });

        Assert.Equal(200_000, cost.TierFrom);
    }

    [Fact]
    public void Of_NoCachePrice_ChargesFullInputAndSaysSo()
    {
        CallCost cost = CallCost.Of(SamplePrices.Plain with { CachedInput = null }, new CallShape { Cached = 1_000_000 });

        Assert.Equal(2m, cost.Usd);
        Assert.Contains("no cache price known: cached input at the full price", cost.Assumptions);
    }

    [Fact]
    public void Of_NoCacheWritePriceAndTokensWritten_IsUnknownNotZero()
    {
        CallCost cost = CallCost.Of(SamplePrices.Plain with { CacheWrite = null }, new CallShape { CacheWrite = 1 });

        Assert.Null(cost.Usd);
        Assert.Equal("no cache-write price", cost.Missing);
    }

    [Fact]
    public void Of_NoOutputPriceAndNoOutput_IsKnown() =>
        Assert.Equal(0.000002m, CallCost.Of(SamplePrices.Plain with { Output = null }, new CallShape { Uncached = 1 }).Usd);

    [Fact]
    public void Of_ReasoningHasItsOwnPrice_UsesIt() =>
        Assert.Equal(20m, CallCost.Of(SamplePrices.Plain with { Reasoning = 20 }, new CallShape { Reasoning = 1_000_000 }).Usd);

    [Fact]
    public void Of_RequestAndImageFees_AreAddedPerCall() =>
        Assert.Equal(0.035m, CallCost.Of(SamplePrices.Plain with { PerRequest = 0.005m, PerImage = 0.01m }, new CallShape { Images = 3 }).Usd);

    [Theory]
    [InlineData(false, 6)] // half of $10 out, cached $1 in full
    [InlineData(true, 5.5)] // half of both
    public void Of_Batched_HalvesCachedInputOnlyWhereDiscountsStack(bool stacks, double expected)
    {
        ModelPrice price = SamplePrices.Plain with { BatchShare = 0.5m, BatchStacksWithCache = stacks };

        Assert.Equal((decimal)expected, CallCost.Of(price, new CallShape { Cached = 1_000_000, Output = 1_000_000 }, batched: true).Usd);
    }

    [Fact]
    public void OfUsage_BilledCountsThatIncludeCacheAndReasoning_CountsNothingTwice()
    {
        // 600 plain × $2 + 400 cached × $1 + 100 out × $10, per million
        Assert.Equal(0.0026m, CallCost.OfUsage(SamplePrices.Plain, input: 1000, cached: 400, output: 100, reasoning: 60).Usd);
    }
}
