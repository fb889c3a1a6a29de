using Bunit;
using GatewayDashboard.Components.Gateways;
using GatewayDashboard.Components.Guide;
using GatewayDashboard.Core.Egress;
using GatewayDashboard.Credentials;
using GatewayDashboard.Live;
using GatewayDashboard.Reference;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor.Services;

namespace GatewayDashboard.Tests.Gateways;

public sealed class ReferencePageTests : BunitContext
{
    public ReferencePageTests()
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddMudServices();
        Services.AddSingleton(TimeProvider.System);
        Services.AddSingleton<ChangeSignal>();
        Services.AddSingleton(services => new ConnectionDirectory(
            new ConfigurationBuilder().AddInMemoryCollection([new("GROQ_API_KEY", "gsk_canary0123456789abcd")]).Build(),
            id => id == "together" ? new Uri("http://127.0.0.1:9999/together/v1") : null,
            new EgressPolicy(),
            services.GetRequiredService<ChangeSignal>()));
    }

    [Fact]
    public void Guide_EveryPage_ShowsItsTextItsContentsAndItsSources() => Assert.All(Library.Guide, article =>
    {
        var page = Render<GuidePage>(parameters => parameters.Add(page => page.Page, article.Slug));
        Assert.Equal(article.Title, page.Find("h1").TextContent);
        Assert.Equal(ArticleSection.Of(article).Skip(1).Select(section => section.Id), page.FindAll(".markdown :is(h2, h3)").Select(heading => heading.Id));
        Assert.Equal(article.Sources.Count, page.FindAll(".guide-sources li").Count);
    });

    [Fact]
    public void Guide_AdvancedGateways_DrawsKong() =>
        Assert.NotNull(Render<GuidePage>(parameters => parameters.Add(page => page.Page, "advanced-gateways")).Find("figure.drawing svg title"));

    [Fact]
    public void Guide_UnknownPage_SaysSo() =>
        Assert.Equal("No such page", Render<GuidePage>(parameters => parameters.Add(page => page.Page, "nothing")).Find("h1").TextContent);

    [Fact]
    public void Table_KeyInTheEnvironment_ShowsItsLastFourAndNoMore()
    {
        var table = Render<GatewayTable>();
        Assert.Contains("ends in abcd", table.Markup);
        Assert.DoesNotContain("canary", table.Markup);
        Assert.Contains("TOGETHER_API_KEY", table.Markup);
    }

    [Fact]
    public void Matrix_ACell_ShowsNoteSourceAndDateWhenChosen()
    {
        var matrix = Render<CapabilityMatrix>();
        matrix.FindAll("button.cell").Single(cell => cell.TextContent.StartsWith("Groq, Own chips:", StringComparison.Ordinal)).Click();
        Assert.Contains("LPU", matrix.Find(".cell-detail").TextContent);
        Assert.Contains("2026-08-18", matrix.Find(".cell-detail").TextContent);
    }
}
