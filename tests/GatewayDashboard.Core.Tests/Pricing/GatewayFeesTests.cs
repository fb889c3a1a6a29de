using CsCheck;
using GatewayDashboard.Core.Pricing;

namespace GatewayDashboard.Core.Tests.Pricing;

public sealed class GatewayFeesTests
{
    private static decimal Fee(GatewayFees fees, decimal usage, decimal calls, decimal topUp = 100) =>
        fees.Of(usage, calls, topUp).Sum(line => line.Amount);

    [Fact]
    public void Of_CreditsInLargePurchases_IsTheRate() =>
        Assert.Equal(5.5m, Fee(new GatewayFees { CreditRate = 0.055m, CreditMinimum = 0.8m }, usage: 100, calls: 1, topUp: 100));

    [Fact]
    public void Of_CreditsInSmallPurchases_IsTheMinimumOfEach() =>
        // $10 at a time: 5.5 % is $0.55, the minimum $0.80 is 8 %
        Assert.Equal(8m, Fee(new GatewayFees { CreditRate = 0.055m, CreditMinimum = 0.8m }, usage: 100, calls: 1, topUp: 10));

    [Fact]
    public void Of_ByokBelowItsAllowance_IsFree() =>
        Assert.Equal(0m, Fee(new GatewayFees { ByokRate = 0.05m, ByokFreeUsd = 25_000 }, usage: 25_000, calls: 1));

    [Fact]
    public void Of_ByokAboveItsAllowance_IsTheRateOfTheRest() =>
        Assert.Equal(50m, Fee(new GatewayFees { ByokRate = 0.05m, ByokFreeUsd = 25_000 }, usage: 26_000, calls: 1));

    [Fact]
    public void Of_ByokWithAnAllowanceInCalls_ChargesTheShareOfCallsAbove() =>
        // 4 M calls, 1 M free: three quarters of $800 at 5 %
        Assert.Equal(30m, Fee(new GatewayFees { ByokRate = 0.05m, ByokFreeCalls = 1_000_000 }, usage: 800, calls: 4_000_000));

    [Theory]
    [InlineData(100_000, 49)]
    [InlineData(100_001, 58)]
    [InlineData(300_000, 67)]
    public void Of_PlanWithBlocks_CountsBegunBlocks(int calls, int expected) =>
        Assert.Equal(expected, Fee(SamplePrices.Way("portkey-pro", "portkey").Fees, usage: 0, calls));

    [Fact]
    public void Of_OwnServers_IsServerAndHours() =>
        Assert.Equal(112m, Fee(new GatewayFees { ServerPerMonth = 40, HoursPerMonth = 720, PerHour = 0.1m }, usage: 5, calls: 5));

    [Fact]
    public void Of_FeePerCall_IsTimesCalls() =>
        Assert.Equal(3m, Fee(new GatewayFees { PerCall = 0.001m }, usage: 0, calls: 3000));

    [Fact]
    public void Of_NoFees_HasNoLines() => Assert.Empty(new GatewayFees().Of(100, 100, 100));

    [Fact]
    public void Of_MoreUsage_NeverCostsLess() =>
        Gen.Select(Gen.Int[0, PayingWays.All.Count - 1], Gen.Int[0, 1_000_000], Gen.Int[0, 100_000]).Sample((way, usage, more) =>
        {
            GatewayFees fees = PayingWays.All[way].Fees;
            Assert.True(Fee(fees, usage + more, usage + more) >= Fee(fees, usage, usage));
        });
}
