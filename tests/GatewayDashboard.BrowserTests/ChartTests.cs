using System.Globalization;
using Microsoft.Playwright;

namespace GatewayDashboard.BrowserTests;

/// <summary>What a chart draws is what its table says: read from the picture's own coordinates.</summary>
public sealed class ChartTests(DashboardServer server, Chromium chromium)
{
    private const string Figure = "figure:has-text('First token, short prompt')";

    [Theory]
    [InlineData(1440)]
    [InlineData(360)]
    public async Task IntervalDots_AtAnyWidth_StandWhereTheTableSays(int width)
    {
        await using var visit = await OpenAsync(width);
        // Four intervals of a width: the picture is complete.
        await visit.Page.Locator($"{Figure} path.apexcharts-line").Nth(3).WaitForAsync(new() { State = WaitForSelectorState.Attached });
        var (zero, perMillisecond) = await AxisAsync(visit.Page);
        var medians = await CentresAsync(visit.Page, [2, 5, 8, 11]);
        var bars = await visit.Page.Locator($"{Figure} path.apexcharts-line").EvaluateAllAsync<double[][]>(
            "paths => paths.map(path => path.getBoundingClientRect()).filter(box => box.width > 0).map(box => [box.left, box.right])");
        await visit.Page.Locator(Figure).GetByRole(AriaRole.Button, new() { Name = "Table" }).ClickAsync();
        await visit.Page.Locator($"{Figure} tbody tr").Nth(3).WaitForAsync();
        var rows = await TableAsync(visit.Page);

        for (var row = 0; row < 4; row++)
        {
            // Half a pixel is what anti-aliasing hides.
            Assert.Equal(rows[row][2], (medians[row] - zero) / perMillisecond, 0.5 / perMillisecond);
            Assert.Equal(rows[row][3], (bars[row][0] - zero) / perMillisecond, 0.5 / perMillisecond);
            Assert.Equal(rows[row][4], (bars[row][1] - zero) / perMillisecond, 0.5 / perMillisecond);
        }

        visit.AssertQuietConsole();
    }

    [Fact]
    public async Task Chart_WhenTheThemeChanges_IsDrawnInItsColours()
    {
        await using var visit = await OpenAsync(1440);
        var marker = visit.Page.Locator($"{Figure} .apexcharts-marker").Last;
        var before = await marker.GetAttributeAsync("fill");
        await visit.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });

        await Assertions.Expect(marker).Not.ToHaveAttributeAsync("fill", before!);
        visit.AssertQuietConsole();
    }

    [Theory]
    [InlineData("CSV", "Gateway,n,Median (ms)")]
    [InlineData("SVG", "<svg")]
    [InlineData("PNG", "\u0089PNG")]
    public async Task Chart_CanBeTakenAway(string kind, string beginning)
    {
        await using var visit = await OpenAsync(1440);
        var download = await visit.Page.RunAndWaitForDownloadAsync(() => visit.Page.Locator(Figure).GetByRole(AriaRole.Button, new() { Name = kind }).ClickAsync());
        await using var content = await download.CreateReadStreamAsync();
        using var reader = new StreamReader(content, System.Text.Encoding.Latin1);

        Assert.StartsWith(beginning, await reader.ReadToEndAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        visit.AssertQuietConsole();
    }

    private async Task<Visit> OpenAsync(int width)
    {
        var visit = await chromium.VisitAsync(server, new() { ViewportSize = new() { Width = width, Height = 900 }, ColorScheme = ColorScheme.Light, AcceptDownloads = true });
        await visit.GoAsync("/guide/charts");
        await visit.Page.Locator($"{Figure} [data-drawn]").WaitForAsync();
        return visit;
    }

    // The grid's first and last line are 0 and 1,000 ms.
    private static async Task<(double Zero, double PerMillisecond)> AxisAsync(IPage page)
    {
        var lines = await page.Locator($"{Figure} .apexcharts-gridlines-vertical line").EvaluateAllAsync<double[]>("lines => lines.map(line => line.getBoundingClientRect().left)");
        return (lines.Min(), (lines.Max() - lines.Min()) / 1000);
    }

    private static async Task<List<double>> CentresAsync(IPage page, int[] series)
    {
        var centres = new List<double>();
        foreach (var index in series)
        {
            var box = await page.Locator($"{Figure} .apexcharts-series[data\\:realIndex='{index}'] .apexcharts-marker").Last.EvaluateAsync<double[]>("marker => { const box = marker.getBoundingClientRect(); return [box.left, box.right]; }");
            centres.Add((box[0] + box[1]) / 2);
        }

        return centres;
    }

    private static async Task<List<double[]>> TableAsync(IPage page)
    {
        var cells = await page.Locator($"{Figure} tbody tr").EvaluateAllAsync<string[][]>("rows => rows.map(row => [...row.cells].map(cell => cell.textContent))");
        return [.. cells.Take(4).Select(row => row.Select(Number).ToArray())];
    }

    private static double Number(string cell) =>
        double.TryParse(cell.Split('\u00a0')[0], NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : double.NaN;
}
