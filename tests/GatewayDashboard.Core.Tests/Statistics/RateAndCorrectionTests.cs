using CsCheck;
using GatewayDashboard.Core.Statistics;

namespace GatewayDashboard.Core.Tests.Statistics;

public sealed class RateAndCorrectionTests
{
    // Found a second time in Python 3 by bisecting (p − π)² = z²π(1 − π)/n, the equation the interval solves, z = 1.959963984540054.
    [Theory]
    [InlineData(50, 50, 0.9286524008666412, 1)]
    [InlineData(49, 50, 0.8950455641036219, 0.9964607407283537)]
    [InlineData(45, 50, 0.7863976856252035, 0.9565242350681096)]
    [InlineData(7, 20, 0.18119182410108203, 0.5671457233147637)]
    [InlineData(0, 12, 0, 0.2424940066872)]
    public void Wilson_KnownRates_SolveItsEquation(int successes, int attempts, double lower, double upper)
    {
        var interval = Wilson.Interval(successes, attempts)!;

        Assert.Equal(lower, interval.Lower, 9);
        Assert.Equal(upper, interval.Upper, 9);
    }

    [Fact]
    public void Wilson_NothingAttempted_IsUnknown() => Assert.Null(Wilson.Interval(0, 0));

    [Fact]
    public void Wilson_AnyRate_ContainsItAndStaysBetweenZeroAndOne() =>
        Gen.Int[1, 5_000].SelectMany(attempts => Gen.Int[0, attempts].Select(successes => (successes, attempts))).Sample(rate =>
        {
            var interval = Wilson.Interval(rate.successes, rate.attempts)!;
            return interval.Lower >= 0 && interval.Upper <= 1 && interval.Contains((double)rate.successes / rate.attempts);
        });

    // R: p.adjust(c(0.01, 0.04, 0.03, 0.005), "holm"); the same by hand: 4·0.005, 3·0.01, 2·0.03, and never falling.
    [Fact]
    public void Holm_FourTests_MatchesTheStepsByHand()
    {
        double[] expected = [0.03, 0.06, 0.06, 0.02];

        var adjusted = Holm.Adjust([0.01, 0.04, 0.03, 0.005]);

        Assert.All(expected.Zip(adjusted), pair => Assert.Equal(pair.First, pair.Second, 12));
    }

    [Fact]
    public void Holm_AnyTests_LieBetweenUncorrectedAndBonferroni() => Gen.Double[0, 1].Array[0, 30].Sample(given =>
        given.Zip(Holm.Adjust(given)).All(pair => pair.Second >= pair.First && pair.Second <= Math.Min(1, pair.First * given.Length) + 1e-12));
}
