using System.Text;
using GatewayDashboard.Core.Benchmarks;
using GatewayDashboard.Core.Measurement;
using GatewayDashboard.Core.Pricing;

namespace GatewayDashboard.Core.Tests.Benchmarks;

public sealed class BenchmarkEstimateTests
{
    // 0.10 USD in and 0.40 USD out per million: round figures to check by hand.
    private static readonly ModelPrice Price = new()
    {
        GatewayId = "a",
        ModelId = "m",
        Input = 0.10m,
        Output = 0.40m,
        Source = "test",
        RetrievedOn = new(2026, 9, 1),
    };

    private static readonly EstimateTarget Live = new("a/m", Provenance.Measured, Price);
    private static readonly EstimateTarget Simulated = new("s/m", Provenance.Simulated, null);

    [Fact]
    public void For_ArticleProtocolOnFiveTargets_CountsWarmUpToo() =>
        Assert.Equal(51 * 2 * 5, BenchmarkEstimate.For(BenchmarkPresets.ArticleProtocol, [Live, Live, Live, Live, Live]).Calls);

    [Fact]
    public void For_Money_GrowsFromLowToHighAndHighIsWhatIsReserved()
    {
        var estimate = BenchmarkEstimate.For(BenchmarkPresets.Quick, [Live]);
        var reserved = BenchmarkEstimate.Reservation(Price, BenchmarkPresets.Quick.Prompts[0], nonce: true)!.Value;

        Assert.True(estimate.CostUsd!.Low < estimate.CostUsd.Typical && estimate.CostUsd.Typical < estimate.CostUsd.High);
        Assert.Equal(13 * reserved, estimate.CostUsd.High);
    }

    [Fact]
    public void For_SimulatedTargets_CostNothing() =>
        Assert.Equal(new(0, 0, 0), BenchmarkEstimate.For(BenchmarkPresets.Quick, [Simulated, Simulated]).CostUsd);

    [Fact]
    public void For_LiveTargetWithoutPrice_LeavesTheCostUnknownAndNamesIt()
    {
        var estimate = BenchmarkEstimate.For(BenchmarkPresets.Quick, [Live, new("b/m", Provenance.Measured, null), Simulated]);

        Assert.Null(estimate.CostUsd);
        Assert.Equal(["b/m"], estimate.PriceUnknown);
    }

    [Fact]
    public void For_QuickPreset_TakesAboutHalfAMinute() =>
        Assert.InRange(BenchmarkEstimate.For(BenchmarkPresets.Quick, [Simulated]).Duration.Typical.TotalSeconds, 10, 30);

    [Fact]
    public void For_Sequential_TakesLongerThanSideBySide() => Assert.True(
        BenchmarkEstimate.For(BenchmarkPresets.Quick with { Order = TargetOrder.Sequential }, [Live, Live]).Duration.Typical
        > BenchmarkEstimate.For(BenchmarkPresets.Quick, [Live, Live]).Duration.Typical);

    // 1,000 bytes in two messages: 1,000 + 16 + 64 = 1,080 input tokens at 0.10, 500 output tokens at 0.40 per million.
    [Fact]
    public void Reservation_KnownPrice_IsTheWorstCaseByHand() =>
        Assert.Equal(0.000308m, BenchmarkEstimate.Reservation(Price, utf8Bytes: 1_000, messages: 2, maxTokens: 500));

    [Fact]
    public void Reservation_Prompt_CoversItsBytesWithTheNonceLine()
    {
        var prompt = new BenchmarkPrompt("p", "é", 1);
        var most = Encoding.UTF8.GetByteCount($"Request 0123456789ab\n{prompt.Text}") + 8 + 64;

        Assert.Equal((most * 0.10m / 1_000_000) + 0.0000004m, BenchmarkEstimate.Reservation(Price, prompt, nonce: true));
    }

    [Fact]
    public void Reservation_DearerReasoning_IsTakenForAllOutput() =>
        Assert.Equal(0.001108m, BenchmarkEstimate.Reservation(Price with { Reasoning = 2m }, utf8Bytes: 1_000, messages: 2, maxTokens: 500));

    [Fact]
    public void Reservation_UnknownPrice_IsUnknown() => Assert.Null(BenchmarkEstimate.Reservation(null, 10, 1, 10));
}
