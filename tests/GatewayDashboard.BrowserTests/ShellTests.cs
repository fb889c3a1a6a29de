using Microsoft.Playwright;

namespace GatewayDashboard.BrowserTests;

public sealed class ShellTests(DashboardServer server, Chromium chromium)
{
    private static readonly BrowserNewContextOptions Phone = new() { ViewportSize = new() { Width = 360, Height = 740 } };

    [Theory]
    [InlineData("/")]
    [InlineData("/playground")]
    [InlineData("/benchmarks")]
    [InlineData("/pricing")]
    [InlineData("/builder")]
    [InlineData("/gateways")]
    [InlineData("/settings")]
    [InlineData("/guide/charts")]
    public async Task Page_OnAPhone_FitsAndIsAccessibleInBothThemes(string path)
    {
        await using var visit = await chromium.VisitAsync(server, new(Phone) { ColorScheme = ColorScheme.Light });
        await visit.GoAsync(path);

        Assert.Equal(1, await visit.Page.Locator("h1").CountAsync());
        Assert.False(await visit.ScrollsSidewaysAsync());
        await visit.AssertAccessibleAsync();
        await visit.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        // The new palette is painted with the next frame, not with the answer to the call.
        await visit.Page.EvaluateAsync("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
        await visit.AssertAccessibleAsync();
        visit.AssertQuietConsole();
    }

    [Fact]
    public async Task Navigation_AtAWideWindow_HasSevenEntriesAndLeadsToEach()
    {
        await using var visit = await chromium.VisitAsync(server);
        await visit.GoAsync("/");
        var links = visit.Page.GetByRole(AriaRole.Navigation, new() { Name = "Pages" }).GetByRole(AriaRole.Link);
        var names = await links.AllInnerTextsAsync();

        Assert.Equal(["Overview", "Playground", "Benchmarks", "Pricing", "Request builder", "Gateways", "Settings"], names);
        foreach (var name in names.Skip(1))
        {
            await links.Filter(new() { HasText = name }).ClickAsync();
            await visit.Page.GetByRole(AriaRole.Heading, new() { Level = 1, Name = name, Exact = true }).WaitForAsync();
        }

        visit.AssertQuietConsole();
    }

    [Fact]
    public async Task Keyboard_ReachesTheContentAndEveryPage()
    {
        await using var visit = await chromium.VisitAsync(server);
        await visit.GoAsync("/");
        // Navigation put the focus on the heading; a new reader starts at the top.
        await visit.Page.EvaluateAsync("document.body.tabIndex = -1, document.body.focus()");

        await visit.Page.Keyboard.PressAsync("Tab");
        Assert.Equal("Skip to content", await visit.Page.EvaluateAsync<string>("document.activeElement.textContent"));
        await visit.Page.Keyboard.PressAsync("Enter");
        Assert.Equal("content", await visit.Page.EvaluateAsync<string>("document.activeElement.id"));

        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Pricing" }).FocusAsync();
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.Page.GetByRole(AriaRole.Heading, new() { Level = 1, Name = "Pricing" }).WaitForAsync();
        await visit.Page.WaitForFunctionAsync("document.activeElement.tagName === 'H1'");
    }

    [Fact]
    public async Task Drawer_OnAPhone_OpensOnRequestOnly()
    {
        await using var visit = await chromium.VisitAsync(server, new(Phone));
        await visit.GoAsync("/");
        var pricing = visit.Page.GetByRole(AriaRole.Link, new() { Name = "Pricing" });
        await Assertions.Expect(pricing).Not.ToBeInViewportAsync();

        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Navigation" }).ClickAsync();
        await Assertions.Expect(pricing).ToBeInViewportAsync();
        await pricing.ClickAsync();
        await visit.Page.GetByRole(AriaRole.Heading, new() { Level = 1, Name = "Pricing" }).WaitForAsync();
        await Assertions.Expect(pricing).Not.ToBeInViewportAsync();
    }

    [Fact]
    public async Task Theme_WhenChosen_IsInTheFirstByteOfTheNextPage()
    {
        await using var visit = await chromium.VisitAsync(server, new() { ColorScheme = ColorScheme.Dark });
        await visit.GoAsync("/");
        var dark = await BackgroundAsync(visit.Page);

        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Theme" }).ClickAsync();
        await visit.Page.GetByRole(AriaRole.Menuitem, new() { Name = "Light" }).ClickAsync();
        await visit.Page.WaitForFunctionAsync("document.documentElement.dataset.theme === 'light'");
        var light = await BackgroundAsync(visit.Page);
        var state = await visit.Page.Context.StorageStateAsync();

        // Without scripts nothing can repair a wrong first frame: what is seen is what was sent.
        await using var plain = await chromium.VisitAsync(server, new() { ColorScheme = ColorScheme.Dark, JavaScriptEnabled = false, StorageState = state });
        await plain.Page.GotoAsync("/");

        Assert.NotEqual(dark, light);
        Assert.Equal("light", await plain.Page.Locator("html").GetAttributeAsync("data-theme"));
        visit.AssertQuietConsole();
    }

    [Fact]
    public async Task ReconnectDialog_WhenTheConnectionIsLost_SaysThatWorkGoesOn()
    {
        await using var visit = await chromium.VisitAsync(server);
        await visit.GoAsync("/");
        // What Blazor does to the dialog when the socket is gone.
        await visit.Page.EvaluateAsync(
            """
            const dialog = document.getElementById("components-reconnect-modal");
            dialog.classList.add("components-reconnect-show");
            dialog.dispatchEvent(new CustomEvent("components-reconnect-state-changed", { detail: { state: "show" } }));
            """);

        var dialog = visit.Page.GetByRole(AriaRole.Dialog, new() { Name = "Connection to the server lost" });
        await Assertions.Expect(dialog).ToContainTextAsync("Your benchmark keeps running on the server.");
        await Assertions.Expect(dialog.GetByText("Reconnecting …")).ToBeVisibleAsync();
        await Assertions.Expect(dialog.GetByText("Reconnecting failed.")).ToBeHiddenAsync();
        await visit.AssertAccessibleAsync();
        visit.AssertQuietConsole();
    }

    [Fact]
    public async Task UnknownPage_IsOurOwnAndSaysSo()
    {
        await using var visit = await chromium.VisitAsync(server);
        await visit.GoAsync("/no-such-page");

        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("There is no such page");
    }

    private static Task<string> BackgroundAsync(IPage page) => page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor");
}
