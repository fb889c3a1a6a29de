using CsCheck;
using GatewayDashboard.Core.Statistics;

namespace GatewayDashboard.Core.Tests.Statistics;

public sealed class OrderStatisticsTests
{
    // Equal-tailed 95 % ranks; the table of exact binomial intervals that any textbook's formula gives,
    // computed a second time by summing binomial coefficients as fractions in Python 3 (math.comb, fractions.Fraction).
    [Theory]
    [InlineData(20, 0.50, 6, 15)]
    [InlineData(20, 0.75, 11, 19)]
    [InlineData(20, 0.90, 15, null)]
    [InlineData(30, 0.50, 10, 21)]
    [InlineData(30, 0.75, 18, 28)]
    [InlineData(30, 0.90, 23, null)]
    [InlineData(50, 0.50, 18, 33)]
    [InlineData(50, 0.75, 31, 44)]
    [InlineData(50, 0.90, 41, 50)]
    [InlineData(50, 0.95, 44, null)]
    [InlineData(50, 0.99, 48, null)]
    [InlineData(100, 0.50, 40, 61)]
    [InlineData(100, 0.90, 84, 96)]
    [InlineData(100, 0.95, 90, 100)]
    [InlineData(100, 0.99, 97, null)]
    [InlineData(200, 0.50, 86, 115)]
    [InlineData(200, 0.95, 184, 197)]
    [InlineData(500, 0.50, 228, 273)]
    [InlineData(500, 0.90, 436, 464)]
    [InlineData(500, 0.99, 490, 500)]
    public void Ranks_KnownSampleSizes_MatchTheExactTable(int count, double probability, int lower, int? upper)
    {
        var ranks = OrderStatistics.Ranks(count, probability);

        Assert.Equal(lower, ranks.Lower);
        Assert.Equal(upper, ranks.Upper);
    }

    [Theory]
    [InlineData(50, 0.5, 0.967160862)]
    [InlineData(50, 0.9, 0.970308289)]
    [InlineData(12, 0.5, 0.961425781)]
    [InlineData(50, 0.95, 0.988213552)]
    public void Ranks_Level_IsTheExactBinomialCoverage(int count, double probability, double level) =>
        Assert.Equal(level, OrderStatistics.Ranks(count, probability).Level!.Value, 8);

    [Theory]
    [InlineData(0.50, 6)]
    [InlineData(0.75, 13)]
    [InlineData(0.90, 36)]
    [InlineData(0.95, 72)]
    [InlineData(0.99, 368)]
    public void Ranks_OneBelowTheLeastSampleSize_HaveNoUpperEnd(double probability, int least)
    {
        Assert.NotNull(OrderStatistics.Ranks(least, probability).Upper);
        Assert.Null(OrderStatistics.Ranks(least - 1, probability).Upper);
    }

    [Fact]
    public void Estimate_P95OfFiftyValues_OnlySaysAtLeast()
    {
        double[] values = [.. Enumerable.Range(1, 50).Select(i => (double)i)];

        var estimate = OrderStatistics.Estimate(values, 0.95);

        Assert.Null(estimate.Value);
        Assert.Null(estimate.Interval);
        Assert.Equal(44, estimate.AtLeast);
    }

    [Fact]
    public void Estimate_MedianOfThreeValues_HasAValueAndNoEnds()
    {
        var estimate = OrderStatistics.Estimate([1, 2, 4], 0.5);

        Assert.Equal(2, estimate.Value);
        Assert.Null(estimate.Lower);
        Assert.Null(estimate.Level);
    }

    [Fact]
    public void Estimate_NoValues_KnowsNothing() => Assert.Null(OrderStatistics.Estimate([], 0.5).Value);

    [Fact]
    public void Estimate_FailuresAboveTheUpperEnd_LeaveOnlyALowerBound()
    {
        // 40 successes and 10 failures: the p90 lies among the failures, its lower end x41 is a failure too.
        double[] values = [.. Enumerable.Range(1, 40).Select(i => (double)i), .. Enumerable.Repeat(double.PositiveInfinity, 10)];

        var p90 = OrderStatistics.Estimate(values, 0.9);
        var median = OrderStatistics.Estimate(values, 0.5);

        Assert.Null(p90.Value);
        Assert.Null(p90.Lower);
        Assert.Equal(25.5, median.Value);
        Assert.Equal(33, median.Upper);
    }

    [Fact]
    public void Estimate_AnyValues_EncloseTheirOwnQuantile() => Gen.Double[-1e6, 1e6].Array[1, 120].Select(Gen.Double[0.01, 0.99]).Sample((values, p) =>
    {
        Array.Sort(values);
        var estimate = OrderStatistics.Estimate(values, p);
        var point = Quantile.Type7(values, p);
        return (estimate.Lower is null || estimate.Lower <= point) && (estimate.Upper is null || estimate.Upper >= point);
    });

    [Fact]
    public void Estimate_MonotoneTransform_MovesTheEndsWithIt() => Gen.Double[0.1, 1e4].Array[6, 60].Sample(values =>
    {
        Array.Sort(values);
        var plain = OrderStatistics.Estimate(values, 0.5).Interval!;
        var logged = OrderStatistics.Estimate(values.Select(value => Math.Log(value)).ToArray(), 0.5).Interval!;
        return Math.Log(plain.Lower) == logged.Lower && Math.Log(plain.Upper) == logged.Upper && plain.Level == logged.Level;
    });
}
