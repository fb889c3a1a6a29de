using GatewayDashboard.Core.Playground;

namespace GatewayDashboard.Core.Tests.Playground;

public sealed class WordDiffTests
{
    [Fact]
    public void Diff_OfOneChangedWord_NamesItAlone()
    {
        var parts = WordDiff.Of("The quick fox jumps.", "The slow fox jumps.");

        Assert.Equal(
            [new(DiffKind.Same, "The "), new(DiffKind.Removed, "quick"), new(DiffKind.Added, "slow"), new(DiffKind.Same, " fox jumps.")],
            parts);
    }

    [Fact]
    public void Diff_OfEqualTexts_IsOneSameStretch() => Assert.Equal([new(DiffKind.Same, "a b c")], WordDiff.Of("a b c", "a b c"));

    [Fact]
    public void Diff_OfNothing_IsNothing() => Assert.Empty(WordDiff.Of("", ""));

    // Fixed seed: 200 pairs of texts from three words, which have many common stretches.
    [Fact]
    public void Diff_WithoutOneSide_IsExactlyTheOther()
    {
        var random = new Random(7);
        string Text() => string.Join(' ', Enumerable.Range(0, random.Next(0, 30)).Select(_ => "abc"[random.Next(3)]));
        for (var round = 0; round < 200; round++)
        {
            var (before, after) = (Text(), Text());
            var parts = WordDiff.Of(before, after);

            Assert.Equal(before, string.Concat(parts.Where(part => part.Kind != DiffKind.Added).Select(part => part.Text)));
            Assert.Equal(after, string.Concat(parts.Where(part => part.Kind != DiffKind.Removed).Select(part => part.Text)));
        }
    }

    [Fact]
    public void Diff_OfVeryLongTexts_StillGivesBothSides()
    {
        var before = string.Join(' ', Enumerable.Range(0, 3000));
        var after = string.Join(' ', Enumerable.Range(5000, 3000));

        Assert.Equal(after, string.Concat(WordDiff.Of(before, after).Where(part => part.Kind != DiffKind.Removed).Select(part => part.Text)));
    }
}
