using GatewayDashboard.Core.Gateways;

namespace GatewayDashboard.Core.Tests.Gateways;

public sealed class RateLimitReaderTests
{
    private static readonly DateTimeOffset s_now = DateTimeOffset.FromUnixTimeSeconds(1_780_000_000);

    [Theory]
    [InlineData("2m59.56s", 179.56)]
    [InlineData("7.66s", 7.66)]
    [InlineData("1h2m3s", 3723)]
    [InlineData("120ms", 0.12)]
    [InlineData("24h0m0s", 86400)]
    [InlineData("12", 12)]
    [InlineData("0.5", 0.5)]
    [InlineData("1780000030", 30)]
    [InlineData("1780000030000", 30)]
    [InlineData("1779999999", 0)]
    public void ResetTime_AnyDocumentedForm_IsTheTimeLeft(string text, double seconds) =>
        Assert.Equal(seconds, ResetTime.Parse(text, null, s_now)!.Value.TotalSeconds, 3);

    [Theory]
    [InlineData("")]
    [InlineData("soon")]
    [InlineData("-5")]
    [InlineData("5x")]
    [InlineData("s")]
    [InlineData("1..2s")]
    [InlineData("99999999999999999999999999999")]
    [InlineData("999999999h")]
    [InlineData(null)]
    public void ResetTime_Nonsense_IsUnknown(string? text) => Assert.Null(ResetTime.Parse(text, null, s_now));

    [Fact]
    public void Read_Groq_TellsRequestsADayFromTokensAMinute()
    {
        IReadOnlyList<RateLimitState> states = Read("groq",
            ("X-RateLimit-Limit-Requests", "14400"), ("x-ratelimit-remaining-requests", "14370"), ("x-ratelimit-reset-requests", "2m59.56s"),
            ("x-ratelimit-limit-tokens", "18000"), ("x-ratelimit-remaining-tokens", "17997"), ("x-ratelimit-reset-tokens", "7.66s"));
        Assert.Equal(
            [new(RateLimitCount.Requests, "day", 14400, 14370, TimeSpan.FromSeconds(179.56)), new(RateLimitCount.Tokens, "minute", 18000, 17997, TimeSpan.FromSeconds(7.66))],
            states);
    }

    // Kong puts window and provider into the header's name.
    [Fact]
    public void Read_KongsNameWithWindow_IsFoundByItsBeginning() =>
        Assert.Equal(1000, Assert.Single(Read("kong", ("X-AI-RateLimit-Limit-minute-openai", "1000"))).Limit);

    [Fact]
    public void Read_NoHeaders_IsEmpty() => Assert.Empty(Read("sambanova", ("content-type", "text/plain")));

    private static IReadOnlyList<RateLimitState> Read(string gateway, params (string Name, string Value)[] headers) => RateLimitReader.Read(
        GatewayCatalogue.Find(gateway)!.Dialect, [.. headers.Select(header => KeyValuePair.Create(header.Name, header.Value))], s_now);
}
