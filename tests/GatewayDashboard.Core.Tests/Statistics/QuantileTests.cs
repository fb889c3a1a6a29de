using CsCheck;
using GatewayDashboard.Core.Statistics;

namespace GatewayDashboard.Core.Tests.Statistics;

public sealed class QuantileTests
{
    // R's documentation of quantile(): type 7 takes 1 + (n − 1)p as its place; worked by hand for these ten values.
    [Theory]
    [InlineData(0.0, 1)]
    [InlineData(0.25, 3.25)]
    [InlineData(0.5, 5.5)]
    [InlineData(0.9, 9.1)]
    [InlineData(1.0, 10)]
    public void Type7_OneToTen_MatchesTheDefinition(double probability, double expected) =>
        Assert.Equal(expected, Quantile.Type7([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], probability), 12);

    [Fact]
    public void Type7_ExactPlaceBesideAFailure_IsTheValueItself() =>
        Assert.Equal(2, Quantile.Type7([1, 2, double.PositiveInfinity], 0.5));

    [Fact]
    public void Type7_AnyValues_GrowsWithTheProbability() =>
        Gen.Select(Gen.Double[-1e6, 1e6].Array[1, 50], Gen.Double[0, 1], Gen.Double[0, 1]).Sample((values, one, other) =>
        {
            Array.Sort(values);
            return Quantile.Type7(values, Math.Min(one, other)) <= Quantile.Type7(values, Math.Max(one, other));
        });

    [Fact]
    public void Median_AnyOrder_IsTheSame() => Assert.Equal(Quantile.Median([3, 1, 2, 9]), Quantile.Median([9, 2, 1, 3]));
}
