using GatewayDashboard.Simulator.Profiles;

namespace GatewayDashboard.Tests.Simulator;

public sealed class ProfileTests
{
    // Figures as printed in the AIMultiple article.
    [Theory]
    [InlineData("groq", 0.13, 0.14, 2.7, 1900)]
    [InlineData("openrouter", 0.40, 0.45, 25.0, 1812)]
    [InlineData("together", 0.43, 0.45, 11.0, 1812)]
    [InlineData("aimlapi", 0.84, 0.90, 13.0, 1880)]
    public void Profile_OfAnArticleGateway_HasThePublishedFigures(string id, double shortFirst, double longFirst, double longTotal, double tokens)
    {
        var profile = GatewayProfiles.Find(id)!;

        Assert.Equal(new ProfileFigure(shortFirst, null), profile.ShortPrompt.FirstTokenSeconds);
        Assert.Equal(new ProfileFigure(longFirst, null), profile.LongPrompt.FirstTokenSeconds);
        Assert.Equal(new ProfileFigure(longTotal, null), profile.LongPrompt.TotalSeconds);
        Assert.Equal(new ProfileFigure(tokens, null), profile.LongPrompt.OutputTokens);
    }

    [Fact]
    public void Profile_WhereTheArticleHasNoNumber_SaysSo()
    {
        var sambanova = GatewayProfiles.Find("sambanova")!;

        Assert.Equal(0.15, sambanova.LongPrompt.FirstTokenSeconds.Value);
        Assert.StartsWith("ours", sambanova.Assumed["longPrompt.firstTokenSeconds"], StringComparison.Ordinal);
        Assert.DoesNotContain("longPrompt.totalSeconds", sambanova.Assumed.Keys);
    }

    [Fact]
    public void Profile_WithoutAnyPublishedFigure_IsAssumedThroughout()
    {
        foreach (var profile in GatewayProfiles.All.Where(profile => profile.Source is null))
        {
            Assert.Equal(6, profile.Assumed.Count);
        }
    }

    [Fact]
    public void Sampler_ManyDraws_HasTheConfiguredMedianAndSpread()
    {
        var sampler = new ProfileSampler(GatewayProfiles.Find("groq")!, seed: 5);

        var logs = Enumerable.Range(0, 100_001).Select(index => Math.Log(sampler.Draw(index, longPrompt: false).FirstToken.TotalSeconds)).Order().ToArray();

        // 100,001 draws leave the median within 5 standard errors of 0.10 × 1.2533 / √n.
        Assert.InRange(Math.Exp(logs[50_000]), 0.13 * Math.Exp(-0.002), 0.13 * Math.Exp(0.002));
        var mean = logs.Average();
        Assert.InRange(Math.Sqrt(logs.Average(log => (log - mean) * (log - mean))), 0.0985, 0.1015);
    }

    [Fact]
    public void Sampler_NeighbouringDraws_AreNotCorrelated()
    {
        var sampler = new ProfileSampler(GatewayProfiles.Find("groq")!, seed: 5);
        var logs = Enumerable.Range(0, 50_000).Select(index => Math.Log(sampler.Draw(index, longPrompt: false).FirstToken.TotalSeconds / 0.13) / 0.10).ToArray();

        var correlation = logs.Zip(logs.Skip(1), (one, next) => one * next).Average();

        Assert.InRange(correlation, -0.025, 0.025);
    }

    [Fact]
    public void Sampler_SameSeedAndIndex_DrawsTheSame()
    {
        var profile = GatewayProfiles.Find("together")!;

        Assert.Equal(new ProfileSampler(profile, 7).Draw(12, true), new ProfileSampler(profile, 7).Draw(12, true));
        Assert.NotEqual(new ProfileSampler(profile, 7).Draw(12, true), new ProfileSampler(profile, 8).Draw(12, true));
    }

    [Fact]
    public void Sampler_TotalIsNeverBeforeTheFirstToken()
    {
        foreach (var profile in GatewayProfiles.All)
        {
            var sampler = new ProfileSampler(profile, 3);
            Assert.All(Enumerable.Range(0, 500).Select(index => sampler.Draw(index, index % 2 == 0)), draw => Assert.True(draw.Total >= draw.FirstToken));
        }
    }
}
