using CsCheck;
using GatewayDashboard.Core.Statistics;

namespace GatewayDashboard.Core.Tests.Statistics;

public sealed class PairedComparisonTests
{
    // Hamilton depression scale before and after treatment: Hollander and Wolfe (1973), the example of R's wilcox.test.
    private static readonly double[] Before = [1.83, 0.50, 1.62, 2.48, 1.68, 1.88, 1.55, 3.06, 1.30];
    private static readonly double[] After = [0.878, 0.647, 0.598, 2.05, 1.06, 1.29, 1.06, 3.14, 1.29];

    private static readonly double[] Differences = [.. Before.Zip(After, (before, after) => before - after)];

    // p, shift and interval by listing all 2⁹ sign patterns and all 45 pairwise means in Python 3.
    [Fact]
    public void TwoSided_TextbookExample_EqualsTheFullEnumeration() =>
        Assert.Equal(0.0390625, PermutationTest.TwoSided(Differences, seed: 1), 12);

    [Fact]
    public void HodgesLehmann_TextbookExample_EqualsTheFullEnumeration()
    {
        var shift = HodgesLehmann.Estimate(Differences);

        Assert.Equal(0.46, shift.Value, 9);
        Assert.Equal(0.01, shift.Interval!.Lower, 9);
        Assert.Equal(0.786, shift.Interval.Upper, 9);
        Assert.Equal(0.9609375, shift.Interval.Level, 9);
    }

    // Ties and a zero: 109 of 1,024 halves of the sign patterns are as extreme, listed in Python 3 with fractions.
    [Fact]
    public void TwoSided_TiesAndAZero_EqualsTheFullEnumeration() =>
        Assert.Equal(109.0 / 1024, PermutationTest.TwoSided([3, -1, 2, 2, 0, -2, 5, 4, 1, 1, -3, 6], seed: 1), 12);

    [Fact]
    public void HodgesLehmann_TwelveBlocks_CarryAnInterval()
    {
        var shift = HodgesLehmann.Estimate([0.11, 0.35, 0.02, -0.05, 0.4, 0.22, 0.18, 0.09, 0.31, -0.12, 0.27, 0.15]);

        Assert.Equal(0.165, shift.Value, 9);
        Assert.Equal(0.05, shift.Interval!.Lower, 9);
        Assert.Equal(0.27, shift.Interval.Upper, 9);
        Assert.Equal(0.95751953125, shift.Interval.Level, 9);
    }

    [Fact]
    public void HodgesLehmann_FiveBlocks_HaveNoInterval() => Assert.Null(HodgesLehmann.Estimate([1, 2, 3, 4, 5]).Interval);

    [Fact]
    public void HodgesLehmann_AnyDifferences_IsTheMedianOfAllPairwiseMeans() => Gen.Double[-5, 5].Array[1, 40].Sample(values =>
    {
        var means = Enumerable.Range(0, values.Length).SelectMany(i => Enumerable.Range(i, values.Length - i).Select(j => (values[i] + values[j]) / 2));
        return Math.Abs(Quantile.Median(means.ToArray()) - HodgesLehmann.Estimate(values).Value) < 1e-9;
    });

    [Fact]
    public void TwoSided_UntiedDifferences_NeverContradictTheInterval() => Gen.Select(Gen.ULong, Gen.Int[6, 40], Gen.Double[-0.5, 0.5]).Sample((seed, count, shift) =>
    {
        var random = new SeededRandom(seed);
        double[] values = [.. Enumerable.Range(0, count).Select(_ => random.NextDouble() - 0.5 + shift)];
        var interval = HodgesLehmann.Estimate(values).Interval!;
        var p = PermutationTest.TwoSided(values, seed: 1);
        return (p <= 1 - interval.Level + 1e-12) == (interval.Lower > 0 || interval.Upper < 0);
    });

    [Fact]
    public void TwoSided_LargeSample_SampledPAgreesWithTheExactOne()
    {
        // 400 differences with a small shift; the normal limit of the signed-rank sum is exact enough here: p ± 4 standard errors of 4,000 draws.
        var random = new SeededRandom(4);
        double[] values = [.. Enumerable.Range(0, 400).Select(_ => random.NextDouble() - 0.47)];
        var ranked = values.OrderBy(value => Math.Abs(value)).ToArray();
        var sum = ranked.Select((value, i) => value > 0 ? i + 1 : 0).Sum();
        var smaller = Math.Min(sum, (400 * 401 / 2) - sum);
        var limit = 2 * SignedRank.AtMost(400, smaller);

        Assert.InRange(PermutationTest.TwoSided(values, seed: 9), limit - (4 * Math.Sqrt(limit / 4_000)), limit + (4 * Math.Sqrt(limit / 4_000)));
    }

    [Fact]
    public void Compare_SwappedSides_InvertTheRatio() =>
        Gen.Select(Gen.Double[50, 500].Array[20], Gen.Double[50, 500].Array[20]).Sample((first, second) =>
        {
            var one = PairedComparison.Compare(first, second, seed: 1);
            var other = PairedComparison.Compare(second, first, seed: 1);
            return Math.Abs((one.Ratio * other.Ratio) - 1) < 1e-9
                && Math.Abs(one.P - other.P) < 1e-12
                && Math.Abs(one.ProbabilityFirstFaster + other.ProbabilityFirstFaster - 1) < 1e-12;
        });

    [Fact]
    public void Compare_WholeBlocksSlowed_ChangesNothing()
    {
        double[] first = [100, 110, 95, 105, 120, 99, 101, 97, 104, 108, 111, 93];
        double[] second = [210, 220, 205, 190, 260, 201, 199, 202, 215, 230, 225, 180];
        double[] slow = [1, 3, 1, 8, 1, 1, 20, 1, 2, 1, 1, 5];

        var still = PairedComparison.Compare(first, second, seed: 1);
        var slowed = PairedComparison.Compare(
            first.Zip(slow, (value, by) => value * by).ToArray(), second.Zip(slow, (value, by) => value * by).ToArray(), seed: 1);

        Assert.Equal(still.Ratio, slowed.Ratio, 9);
        Assert.Equal(still.P, slowed.P, 12);
    }

    [Fact]
    public void Compare_RatioThatDrifts_WidensItsInterval()
    {
        double[] first = [.. Enumerable.Repeat(100.0, 40)];
        double[] second = [.. Enumerable.Range(0, 40).Select(i => 120.0 + (i * 3))];

        var result = PairedComparison.Compare(first, second, seed: 1);
        var plain = HodgesLehmann.Estimate(second.Select(value => Math.Log(value / 100)).ToArray()).Interval!;

        Assert.True(result.Widened);
        Assert.True(result.RatioInterval!.Lower < Math.Exp(plain.Lower) || result.RatioInterval.Upper > Math.Exp(plain.Upper));
    }
}
