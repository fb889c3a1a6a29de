using GatewayDashboard.Core.Statistics;

namespace GatewayDashboard.Core.Tests.Statistics;

public sealed class SeededRandomTests
{
    // First outputs of SplitMix64 with seed 1234567, as printed by its authors' reference implementation (Rosetta Code, "Pseudo-random numbers/Splitmix64").
    [Fact]
    public void NextBits_ReferenceSeed_GivesTheReferenceSequence()
    {
        var random = new SeededRandom(1234567);

        Assert.Equal(6457827717110365317UL, random.NextBits());
        Assert.Equal(3203168211198807973UL, random.NextBits());
        Assert.Equal(9817491932198370423UL, random.NextBits());
    }

    [Fact]
    public void Next_ManyDraws_ReachEveryNumberAboutEquallyOften()
    {
        // 7 classes, 70,000 draws: 10,000 ± 4 standard deviations (93).
        var random = new SeededRandom(1);
        var counts = Enumerable.Range(0, 70_000).Select(_ => random.Next(7)).GroupBy(number => number).ToDictionary(same => same.Key, same => same.Count());

        Assert.Equal(7, counts.Count);
        Assert.All(counts.Values, count => Assert.InRange(count, 9_628, 10_372));
    }

    [Fact]
    public void Shuffle_AnyItems_KeepsThemAll()
    {
        int[] items = [.. Enumerable.Range(0, 100)];

        new SeededRandom(1).Shuffle(items.AsSpan());

        Assert.NotEqual(Enumerable.Range(0, 100), items);
        Assert.Equal(Enumerable.Range(0, 100), items.Order());
    }
}
