using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Playwright;

namespace GatewayDashboard.BrowserTests;

public sealed class PricingTests(DashboardServer server, Chromium chromium)
{
    [Fact]
    public async Task Preset_TableChartAndLink_OpenTheSameStateInANewTab()
    {
        await using var visit = await chromium.VisitAsync(server, new() { Permissions = ["clipboard-read", "clipboard-write"] });
        IPage page = visit.Page;
        await visit.GoAsync("/pricing");
        await page.GetByRole(AriaRole.Button, new() { Name = "gpt-oss 120B" }).ClickAsync();
        await page.GetByLabel("Preset").SelectOptionAsync("agent");
        await page.GetByLabel("Let prices older than 90 days win").CheckAsync();

        // 3,000 a day × 30.4 days × (6,000 × $0.03 + 34,000 × $0.03 + 1,500 × $0.17) / 1M, and 5.5 % for credits
        ILocator month = page.Locator(".result-month");
        await Assertions.Expect(month).ToHaveTextAsync("$139.99");
        await Assertions.Expect(page.Locator(".cost-table tbody tr.row-first")).ToContainTextAsync("OpenRouter");
        await page.GetByRole(AriaRole.Button, new() { Name = "Break-even" }).ClickAsync();
        await page.Locator("[data-drawn=yes]").WaitForAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Copy link" }).ClickAsync();
        string link = "";
        for (int i = 0; i < 50 && !link.Contains("prices=", StringComparison.Ordinal); i++)
        {
            await page.WaitForTimeoutAsync(50);
            link = await page.EvaluateAsync<string>("navigator.clipboard.readText()");
        }

        IPage other = await page.Context.NewPageAsync();
        await other.GotoAsync(link);
        await Assertions.Expect(other.Locator(".result-month")).ToHaveTextAsync("$139.99");
        await Assertions.Expect(other.GetByLabel("Preset")).ToHaveValueAsync("agent");
        await Assertions.Expect(other.GetByLabel("Reasoning", new() { Exact = true })).ToHaveValueAsync("600");
        await Assertions.Expect(other.GetByLabel("Let prices older than 90 days win")).ToBeCheckedAsync();
        await Assertions.Expect(other.GetByRole(AriaRole.Button, new() { Name = "Break-even" })).ToHaveAttributeAsync("aria-pressed", "true");
        Assert.Equal(await Rows(page), await Rows(other));
        visit.AssertQuietConsole();
    }

    [Fact]
    public async Task Field_WhatCannotBeMeant_IsSaidBesideItAndTheLastResultStays()
    {
        await using var visit = await chromium.VisitAsync(server, new() { Locale = "de-DE" });
        IPage page = visit.Page;
        await visit.GoAsync("/pricing?model=gpt-oss-120b&preset=chat");
        ILocator month = page.Locator(".result-month");
        ILocator field = page.GetByLabel("Input", new() { Exact = true });
        string good = await month.InnerTextAsync();

        foreach ((string typed, string message) in new[]
        {
            ("-5", "It cannot be negative."), ("", "Type a number"), ("1e12", "At most 10,000,000."), ("viel", "This is not a number."),
            ("0,5", "Write decimals with a point"), ("100", "together at most 100"),
        })
        {
            await field.FillAsync(typed);
            await Assertions.Expect(page.Locator(".number-error")).ToContainTextAsync(message);
            await Assertions.Expect(field).ToHaveAttributeAsync("aria-invalid", "true");
            Assert.Equal(good, await month.InnerTextAsync());
        }

        await field.FillAsync("2,400");
        await Assertions.Expect(page.Locator(".number-error")).ToHaveCountAsync(0);
        await Assertions.Expect(month).Not.ToHaveTextAsync(good);
        await page.GetByLabel("Requests", new() { Exact = true }).FillAsync("0");
        await Assertions.Expect(month).ToHaveTextAsync("$0.00");
        visit.AssertQuietConsole();
    }

    [Fact]
    public async Task Link_ThatIsStale_NamesWhatItLeavesOutAndWhatChanged()
    {
        await using var visit = await chromium.VisitAsync(server);
        await visit.GoAsync("/pricing?model=gpt-oss-120b&rpd=1000&in=1000&out=100&front=gone&cached=abc&prices=00000000&then=1");

        ILocator notes = visit.Page.Locator(".pricing-note");
        await Assertions.Expect(notes.First).ToContainTextAsync("front=gone · cached=abc");
        // SambaNova: 30,400 requests × (1,000 × $0.22 + 100 × $0.59) / 1M = $8.48, against $1 when the link was made
        await Assertions.Expect(notes.Last).ToContainTextAsync("the cheapest month is now +748 %");
        visit.AssertQuietConsole();
    }

    [Fact]
    public async Task Views_EachOnAPhone_FitAndAreAccessible()
    {
        await using var visit = await chromium.VisitAsync(server, new() { ViewportSize = new() { Width = 360, Height = 740 }, ColorScheme = ColorScheme.Dark });
        await visit.GoAsync("/pricing?model=gpt-oss-120b&preset=agent&front=litellm&server=60&row=direct:groq/openai/gpt-oss-120b&row=prepaid:aimlapi/openai/gpt-oss-120b");
        ILocator views = visit.Page.GetByRole(AriaRole.Group, new() { Name = "Views" }).GetByRole(AriaRole.Button);
        foreach (string name in await views.AllInnerTextsAsync())
        {
            await views.GetByText(name, new() { Exact = true }).ClickAsync();
            await Assertions.Expect(views.GetByText(name, new() { Exact = true })).ToHaveAttributeAsync("aria-pressed", "true");
            Assert.False(await visit.ScrollsSidewaysAsync(), name);
        }

        await visit.AssertAccessibleAsync();
        visit.AssertQuietConsole();
    }

    [Fact]
    public async Task OwnPrice_WithANote_CountsUntilItIsRemoved()
    {
        await using var visit = await chromium.VisitAsync(server);
        IPage page = visit.Page;
        // A model that no other test looks at: the price is in force for everybody.
        await visit.GoAsync("/pricing?model=glm-4.7&preset=chat&view=own");
        ILocator row = page.Locator(".cost-table tbody tr").First;
        await page.GetByRole(AriaRole.Button, new() { Name = "Use this price" }).ClickAsync();
        await Assertions.Expect(page.Locator("#own-note-error")).ToContainTextAsync("Say in a few words");

        await page.Locator("#field-own-in").FillAsync("0.01");
        await page.GetByLabel("Note").FillAsync("contract of November");
        await page.GetByRole(AriaRole.Button, new() { Name = "Use this price" }).ClickAsync();
        await Assertions.Expect(row).ToContainTextAsync("own price");
        await page.GetByRole(AriaRole.Button, new() { Name = "Remove" }).ClickAsync();
        await Assertions.Expect(row).Not.ToContainTextAsync("own price");
        visit.AssertQuietConsole();
    }

    [Fact]
    public async Task Api_PricesOfOneModel_AreJsonWithSourceAndDate()
    {
        using var http = new HttpClient { BaseAddress = server.Address };

        JsonElement answer = await http.GetFromJsonAsync<JsonElement>("/api/v1/prices?model=gpt-oss-20b&gateway=groq", TestContext.Current.CancellationToken);

        JsonElement price = Assert.Single(answer.GetProperty("prices").EnumerateArray());
        Assert.Equal((0.075m, "2026-08-21", JsonValueKind.Null), (price.GetProperty("input").GetDecimal(), price.GetProperty("retrievedOn").GetString(), price.GetProperty("perRequest").ValueKind));
    }

    private static async Task<string> Rows(IPage page) => string.Join('\n', await page.Locator(".cost-table tbody tr").AllInnerTextsAsync());
}
