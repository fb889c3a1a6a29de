using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace GatewayDashboard.BrowserTests;

/// <summary>What somebody does who has just cloned the product.</summary>
public sealed partial class NewcomerTests(DashboardServer server, Chromium chromium) : IClassFixture<DashboardServer>
{
    private const int RunTakesAtMost = 90_000;

    [Fact]
    public async Task Newcomer_RunsTheQuickBenchmark_SeesProgressThenChartsTableAndVerdictAndDownloadsTheSamples()
    {
        await using var visit = await chromium.VisitAsync(server);
        var page = visit.Page;
        await visit.GoAsync("/");
        await page.GetByRole(AriaRole.Button, new() { Name = "Run a benchmark" }).First.ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Start", Exact = true }).ClickAsync();

        await page.WaitForURLAsync(new Regex("/benchmarks/runs/\\d+$"));
        await Assertions.Expect(page.GetByText(ProgressWords())).ToBeVisibleAsync();
        await page.ReloadAsync();
        await Assertions.Expect(page.GetByText(ProgressWords())).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Verdict" })).ToBeVisibleAsync(new() { Timeout = RunTakesAtMost });

        // Five gateways, each with a median and an interval in its row, and one sentence that says who is faster.
        var rows = page.Locator("table.figures tbody tr");
        await Assertions.Expect(rows).ToHaveCountAsync(5);
        foreach (var row in await rows.AllInnerTextsAsync())
        {
            Assert.Matches(@"\d+ ms\s*\(\d+–\d+ ms\)", row.Replace('\u00a0', ' '));
        }

        await Assertions.Expect(page.Locator(".verdict-headline")).ToContainTextAsync("faster to the first token");
        await Assertions.Expect(page.Locator(".chart-frame .chart svg").First).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".provenance-simulated").First).ToBeVisibleAsync();

        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "CSV", Exact = true }).ClickAsync());
        var lines = await File.ReadAllLinesAsync((await download.PathAsync())!, TestContext.Current.CancellationToken);
        Assert.Equal(1 + (5 * 13), lines.Length);
        Assert.False(await visit.ScrollsSidewaysAsync());
        await visit.AssertAccessibleAsync();
        visit.AssertQuietConsole();

        await visit.GoAsync("/");
        await Assertions.Expect(page.Locator(".verdict-headline")).ToContainTextAsync("faster to the first token");
        await visit.AssertAccessibleAsync();
    }

    [Fact]
    public async Task Overview_PublishedTab_ShowsTheArticlesFiguresItsGapsAndItsDisagreement()
    {
        await using var visit = await chromium.VisitAsync(server);
        await visit.GoAsync("/?tab=published");

        var row = visit.Page.Locator("table.figures tbody tr", new() { HasText = "SambaNova" });
        await Assertions.Expect(row.Locator("td").Nth(1)).ToHaveTextAsync("–");
        await Assertions.Expect(visit.Page.GetByText("Two sentences of the article disagree")).ToBeVisibleAsync();
        await Assertions.Expect(visit.Page.Locator(".provenance-published").First).ToBeVisibleAsync();
        await visit.AssertAccessibleAsync();
        visit.AssertQuietConsole();
    }

    [GeneratedRegex(@"\d+ of 65 calls")]
    private static partial Regex ProgressWords();
}
