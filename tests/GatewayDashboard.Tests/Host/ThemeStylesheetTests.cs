using System.Net;
using GatewayDashboard.Theming;

namespace GatewayDashboard.Tests.Host;

public sealed class ThemeStylesheetTests(DashboardHost host) : IClassFixture<DashboardHost>
{
    private static readonly string[] Article = ["openrouter", "together", "groq", "aimlapi", "sambanova"];

    [Fact]
    public async Task Stylesheet_HasBothPalettes_AndIsNotSentTwice()
    {
        using var client = host.Client();
        using var first = await client.GetAsync("/theme.css", TestContext.Current.CancellationToken);
        var css = await first.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        using var again = new HttpRequestMessage(HttpMethod.Get, "/theme.css");
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var second = await client.SendAsync(again, TestContext.Current.CancellationToken);

        Assert.Contains("--mud-palette-surface: rgba(255,255,255,1)", css, StringComparison.Ordinal);
        Assert.Contains("--mud-palette-surface: rgba(24,27,31,1)", css, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
    }

    [Theory]
    [InlineData(false, "#ffffff")]
    [InlineData(true, "#181b1f")]
    public void GatewayColours_OnTheirSurface_HaveThreeToOne(bool dark, string surface) =>
        Assert.All(GatewayLook.Palette(dark), colour => Assert.True(Contrast(colour, surface) >= 3, $"{colour} on {surface}: {Contrast(colour, surface):0.00}"));

    [Fact]
    public void Looks_OfTheArticlesGateways_DifferInColourShapeAndDash()
    {
        var looks = Article.Select(GatewayLook.Of).ToList();

        Assert.Distinct(looks.Select(look => look.Colour));
        Assert.Distinct(looks.Select(look => look.Shape));
        Assert.Distinct(looks.Select(look => look.Dash));
    }

    // WCAG 2.2, relative luminance and contrast ratio.
    private static double Contrast(string one, string other)
    {
        var (bright, dim) = (Math.Max(Luminance(one), Luminance(other)), Math.Min(Luminance(one), Luminance(other)));
        return (bright + 0.05) / (dim + 0.05);
    }

    private static double Luminance(string hex)
    {
        var channels = Convert.FromHexString(hex[1..]).Select(value => value / 255.0).Select(value => value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4)).ToArray();
        return (0.2126 * channels[0]) + (0.7152 * channels[1]) + (0.0722 * channels[2]);
    }
}
