using GatewayDashboard.Core.Pricing;

namespace GatewayDashboard.Core.Tests.Pricing;

public sealed class TokenCounterTests
{
    // 8 x make a token, so about 25,000; uncut, this takes minutes.
    [Theory(Timeout = 20_000)]
    [InlineData('x')]
    [InlineData(' ')]
    public async Task Count_OfAnEndlessWord_TakesNoTimeToSpeakOf(char letter)
    {
        int count = await Task.Run(() => TokenCounter.Count(new string(letter, 200_000)), TestContext.Current.CancellationToken);

        Assert.InRange(count, 200, 50_000);
    }

    [Fact]
    public void Count_OfWordsOfEveryday_IsTheTokenizersOwn() => Assert.Equal(9, TokenCounter.Count("The quick brown fox jumps over the lazy dog"));

    [Fact]
    public void Count_WithAnEmojiAtTheCut_DoesNotTearIt() => Assert.Equal(
        TokenCounter.Count(new string('y', 511)) + TokenCounter.Count("🙂"),
        TokenCounter.Count(new string('y', 511) + "🙂"),
        2.0);
}
