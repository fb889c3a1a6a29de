using System.Diagnostics;

namespace GatewayDashboard.BrowserTests;

/// <summary>What six streaming panes may cost the connection to the browser.</summary>
public sealed class PlaygroundBudgetTests(DashboardServer server, Chromium chromium)
{
    [Fact]
    public async Task SixPanesAtEightyTokensASecond_StayUnderFifteenBatchesAndFortyKibibytesASecond()
    {
        await using var visit = await chromium.VisitAsync(server);
        var (frames, bytes) = (0, 0L);
        visit.Page.WebSocket += (_, socket) => socket.FrameReceived += (_, frame) =>
        {
            Interlocked.Increment(ref frames);
            Interlocked.Add(ref bytes, frame.Binary?.Length ?? frame.Text?.Length ?? 0);
        };
        const string model = "sim/ok?ttft=50&tps=80&tokens=2000";
        await visit.OpenPlaygroundAsync($"groq:{model}", $"openrouter:{model}", $"together:{model}", $"sambanova:{model}", $"aimlapi:{model}", $"baseten:{model}");
        await visit.SendAsync("Hello");
        await visit.Pane(6).Locator(".answer span").Nth(2).WaitForAsync(new() { State = Microsoft.Playwright.WaitForSelectorState.Attached });

        var (framesBefore, bytesBefore, start) = (frames, bytes, Stopwatch.GetTimestamp());
        await Task.Delay(TimeSpan.FromSeconds(4), TestContext.Current.CancellationToken);
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        var (batches, kibibytes) = ((frames - framesBefore) / seconds, (bytes - bytesBefore) / seconds / 1024);
        await visit.Page.Locator("[data-act=stop-all]").ClickAsync();
        await visit.FinishAsync();

        TestContext.Current.TestOutputHelper?.WriteLine($"{batches:0.0} batches/s, {kibibytes:0.0} KiB/s");
        // A page that draws nothing would be within any budget.
        Assert.InRange(batches, 1, 15);
        Assert.InRange(kibibytes, 1, 40);
    }
}
