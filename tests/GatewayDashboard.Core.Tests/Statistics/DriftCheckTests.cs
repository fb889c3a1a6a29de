using GatewayDashboard.Core.Statistics;

namespace GatewayDashboard.Core.Tests.Statistics;

public sealed class DriftCheckTests
{
    // Counted pair by pair in Python 3, the normal limit from math.erfc.
    [Theory]
    [InlineData(new double[] { 4, 5, 3, 6, 6, 7, 5, 8, 9, 7, 10, 9 }, 0.696969696969697, 0.0018382004675736978, 0.4548554282596835, true)]
    [InlineData(new double[] { 5, 1, 4, 2, 3, 3 }, -0.13333333333333333, 0.8483117025202374, -0.7, false)]
    public void Of_KnownSeries_MatchesTheCountByHand(double[] values, double trend, double p, double correlation, bool unstable)
    {
        var drift = DriftCheck.Of(values);

        Assert.Equal(trend, drift.Trend!.Value, 12);
        Assert.Equal(p, drift.TrendProbability!.Value, 8);
        Assert.Equal(correlation, drift.Autocorrelation!.Value, 12);
        Assert.Equal(unstable, drift.Unstable);
    }

    // 50 answers of 24 tokens: 24/50 has no exact binary form, so a careless mean would leave a remainder.
    [Fact]
    public void Of_EqualValues_IsSteadyWithoutAutocorrelation()
    {
        var drift = DriftCheck.Of([.. Enumerable.Repeat(24.0, 50)]);

        Assert.Null(drift.Autocorrelation);
        Assert.Equal(1, drift.TrendProbability);
        Assert.False(drift.Unstable);
    }

    [Fact]
    public void Of_TwoValues_SaysNothing() => Assert.Null(DriftCheck.Of([1, 2]).Trend);

    [Fact]
    public void Of_IndependentSeries_IsCalledUnstableAboutAsOftenAsChanceAllows()
    {
        // 5 % from the autocorrelation limit at most, 1 % from the trend; 2,000 series of 12.
        var random = new SeededRandom(2);
        var unstable = Enumerable.Range(0, 2_000).Count(_ => DriftCheck.Of([.. Enumerable.Range(0, 12).Select(_ => random.NextDouble())]).Unstable);

        Assert.InRange(unstable, 0, 0.065 * 2_000);
    }

    [Fact]
    public void Of_StronglyDependentSeries_IsCalledUnstable()
    {
        var random = new SeededRandom(3);
        var level = 0.0;
        double[] values = [.. Enumerable.Range(0, 50).Select(_ => level = (0.9 * level) + random.NextDouble() - 0.5)];

        Assert.True(DriftCheck.Of(values).Unstable);
    }
}
