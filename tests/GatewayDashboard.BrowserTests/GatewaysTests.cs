using System.Text;
using GatewayDashboard.Core.Gateways;
using Microsoft.Playwright;

namespace GatewayDashboard.BrowserTests;

/// <summary>Reference, guide and settings as a reader and a user meet them; on a server of its own, because keys are stored.</summary>
public sealed class GatewaysTests(DashboardServer server, Chromium chromium) : IClassFixture<DashboardServer>
{
    private const string Key = "gsk_canary0123456789abcd";

    [Theory]
    [InlineData("/gateways?view=matrix")]
    [InlineData("/gateways?view=models")]
    [InlineData("/gateways?view=counts")]
    [InlineData("/gateways/groq")]
    [InlineData("/guide")]
    [InlineData("/guide/advanced-gateways")]
    [InlineData("/guide?q=latency")]
    [InlineData("/settings?gateway=groq")]
    public async Task Page_OnAPhoneInTheDark_FitsAndIsAccessible(string path)
    {
        await using var visit = await chromium.VisitAsync(server, new() { ViewportSize = new() { Width = 360, Height = 800 }, ColorScheme = ColorScheme.Dark });
        await visit.GoAsync(path);

        Assert.False(await visit.ScrollsSidewaysAsync());
        await visit.AssertAccessibleAsync();
        visit.AssertQuietConsole();
    }

    [Fact]
    public async Task Key_Entered_TurnsTheGatewayLiveAndIsNeverSentBack()
    {
        await using var visit = await chromium.VisitAsync(server);
        StringBuilder received = new();
        visit.Page.WebSocket += (_, socket) => socket.FrameReceived += (_, frame) => received.Append(frame.Text ?? Encoding.UTF8.GetString(frame.Binary ?? []));
        await visit.GoAsync("/settings?gateway=groq");

        await visit.Page.GetByLabel("Key", new() { Exact = true }).FillAsync(Key);
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Store", Exact = true }).ClickAsync();

        await Assertions.Expect(visit.Page.GetByText("key from Settings, ends in abcd").First).ToBeVisibleAsync();
        Assert.Equal("", await visit.Page.GetByLabel("Key", new() { Exact = true }).InputValueAsync());
        Assert.DoesNotContain("canary", await visit.Page.ContentAsync());
        Assert.DoesNotContain("canary", received.ToString());
    }

    [Fact]
    public async Task Address_OfTheMetadataService_IsRefusedBesideTheFieldAndNothingIsStored()
    {
        await using var visit = await chromium.VisitAsync(server);
        await visit.GoAsync("/settings?gateway=ollama");

        await visit.Page.GetByLabel("Address", new() { Exact = true }).FillAsync("http://169.254.169.254/v1");
        await visit.Page.GetByLabel("Allow this exact host and port").CheckAsync();
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Store", Exact = true }).ClickAsync();

        await Assertions.Expect(visit.Page.Locator("#connection-address-note").GetByRole(AriaRole.Alert)).ToContainTextAsync("never called");
        await visit.GoAsync("/gateways/ollama");
        await Assertions.Expect(visit.Page.GetByText("169.254.169.254")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Profile_EveryGateway_ShowsWhatIsKnown()
    {
        await using var visit = await chromium.VisitAsync(server);
        foreach (var gateway in GatewayCatalogue.All)
        {
            await visit.GoAsync($"/gateways/{gateway.Id}");
            await Assertions.Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync(gateway.Name);
        }

        await Assertions.Expect(visit.Page.Locator(".lead")).ToContainTextAsync("docs.gantry.io");
    }

    [Fact]
    public async Task Matrix_ByKeyboard_ShowsACellsSource()
    {
        await using var visit = await chromium.VisitAsync(server);
        await visit.GoAsync("/gateways?view=matrix");

        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Kong AI Gateway, Semantic cache: Enterprise" }).FocusAsync();
        await visit.Page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(visit.Page.Locator(".cell-detail")).ToContainTextAsync("Kong/developer.konghq.com, 2026-08-21");
    }
}
