using System.Text.RegularExpressions;
using GatewayDashboard.Playground;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace GatewayDashboard.BrowserTests;

public sealed class PlaygroundTests(DashboardServer server, Chromium chromium)
{
    // Long enough to be caught in the middle, and ended by the test itself.
    private const string Endless = "sim/ok?ttft=50&tps=20&tokens=4000";
    private const string Short = "sim/ok?ttft=30&tps=400&tokens=40";

    [Fact]
    public async Task Send_ToSixGateways_AnswersEachOnItsOwnAndKeepsErrorsApart()
    {
        await using var visit = await chromium.VisitAsync(server, new() { ViewportSize = new() { Width = 1440, Height = 1000 } });
        await visit.OpenPlaygroundAsync(
            $"openrouter:{Short}",
            $"groq:{Short}",
            "failing:sim/ok?status=429",
            "buffering:sim/ok?ttft=1000&tps=400&tokens=100&buffered=1",
            "reasoning:sim/ok?ttft=30&tps=200&reasoning=40&tokens=40",
            "sambanova:sim/ok?fault=C17&at=10");
        await visit.SendAsync("Hello");
        await visit.FinishAsync();

        foreach (var place in new[] { 1, 2, 4, 5 })
        {
            await Assertions.Expect(visit.Pane(place).GetByText("Done")).ToBeVisibleAsync();
            Assert.NotEmpty((await visit.Pane(place).Locator(".answer").InnerTextAsync()).Trim());
        }

        await Assertions.Expect(visit.Pane(3).GetByRole(AriaRole.Alert)).ToContainTextAsync(new Regex("429 rate limited.*Refused with 429, as instructed.*Request id", RegexOptions.Singleline));
        await Assertions.Expect(visit.Pane(4).Locator(".figures-note")).ToContainTextAsync("buffered");
        await Assertions.Expect(visit.Pane(4).Locator(".figures")).ToContainTextAsync("speed\n–", new() { UseInnerText = true });
        await Assertions.Expect(visit.Pane(5).GetByRole(AriaRole.Button, new() { Name = "Thought for" })).ToHaveAttributeAsync("aria-expanded", "false");
        await Assertions.Expect(visit.Pane(6).Locator(".pane-fault")).ToHaveCountAsync(1);
        // Six bars on one axis.
        Assert.Equal(6, await visit.Page.Locator(".timing .bars-name").CountAsync());
        await visit.AssertAccessibleAsync();
        await visit.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await visit.AssertAccessibleAsync();
        // The console reports nothing of ours; a failing call is none of the browser's business.
        visit.AssertQuietConsole();
    }

    [Fact]
    public async Task Figure_WhenClicked_SaysWhatItIsAndWhereItComesFrom()
    {
        await using var visit = await chromium.VisitAsync(server);
        await visit.OpenPlaygroundAsync($"groq:{Short}", $"openrouter:{Short}");
        await visit.SendAsync("Hello");
        await visit.FinishAsync();

        Assert.Equal(
            ["first token", "first answer", "total", "speed", "in", "out", "reasoning", "cached", "cost"],
            await visit.Pane(1).Locator(".figures > div > dt").AllInnerTextsAsync());
        await visit.Pane(1).GetByRole(AriaRole.Button, new() { Name = "First token:" }).ClickAsync();
        var card = visit.Page.GetByRole(AriaRole.Dialog, new() { Name = "First token", Exact = true });
        await Assertions.Expect(card).ToContainTextAsync("first token − first request byte");
        await Assertions.Expect(card).ToContainTextAsync("Simulated");
        await Assertions.Expect(card).ToContainTextAsync("n = 1");
        await Assertions.Expect(visit.Page.Locator(".best-caveat")).ToContainTextAsync("1 run each");
    }

    [Fact]
    public async Task Stop_EndsOnePaneAndThenAll_AndKeepsWhatCame()
    {
        await using var visit = await chromium.VisitAsync(server);
        await visit.OpenPlaygroundAsync($"groq:{Endless}", $"openrouter:{Endless}", $"together:{Endless}");
        await visit.SendAsync("Hello");
        await Assertions.Expect(visit.Pane(3).Locator(".answer span").Nth(2)).ToBeAttachedAsync();

        await visit.Pane(1).GetByRole(AriaRole.Button, new() { Name = "Stop" }).ClickAsync();
        await Assertions.Expect(visit.Pane(1)).ToContainTextAsync("Stopped after");
        Assert.NotEmpty((await visit.Pane(1).Locator(".answer").InnerTextAsync()).Trim());
        await Assertions.Expect(visit.Pane(2).GetByText("Answering")).ToBeVisibleAsync();

        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Stop all" }).ClickAsync();
        await visit.FinishAsync();
        await Assertions.Expect(visit.Page.GetByText("Stopped after")).ToHaveCountAsync(3);
    }

    [Fact]
    public async Task Conversation_GoesOnInAllPanesAndInOne_WithoutFailedTurns()
    {
        await using var visit = await chromium.VisitAsync(server);
        await visit.OpenPlaygroundAsync($"groq:{Short}", "failing:sim/ok?status=503");
        await visit.SendAsync("One");
        await visit.FinishAsync();
        await visit.SendAsync("Two");
        await visit.FinishAsync();
        await visit.ChooseAsync(1, "Continue only here");
        await Assertions.Expect(visit.Page.GetByText("Goes to Groq only.")).ToBeVisibleAsync();
        await visit.SendAsync("Three");
        await visit.FinishAsync();

        await Assertions.Expect(visit.Pane(1).Locator(".said-text")).ToHaveTextAsync(["One", "Two", "Three"]);
        await Assertions.Expect(visit.Pane(2).Locator(".said-text")).ToHaveTextAsync(["One", "Two"]);
        var session = Session(visit);
        Assert.Equal(5, session.Panes[0].Last!.Answer.Request.Messages.Count);
        Assert.Single(session.Panes[1].Last!.Answer.Request.Messages);

        await visit.Pane(1).GetByRole(AriaRole.Article, new() { Name = "Turn 2" }).GetByRole(AriaRole.Button, new() { Name = "Edit" }).ClickAsync();
        await Assertions.Expect(visit.Page.Locator("[data-prompt]")).ToHaveValueAsync("Two");
        await visit.SendAsync("Two, better");
        await visit.FinishAsync();
        await Assertions.Expect(visit.Pane(1).Locator(".said-text")).ToHaveTextAsync(["One", "Two, better"]);
    }

    [Fact]
    public async Task Retry_OfOnePane_ReplacesItsTurnAlone()
    {
        await using var visit = await chromium.VisitAsync(server);
        await visit.OpenPlaygroundAsync($"groq:{Short}", $"openrouter:{Short}");
        await visit.SendAsync("Hello");
        await visit.FinishAsync();
        var (first, second) = (Session(visit).Panes[0].Last, Session(visit).Panes[1].Last);

        await visit.Pane(1).GetByRole(AriaRole.Button, new() { Name = "Retry" }).ClickAsync();
        await PlaygroundVisit.UntilAsync(() => Session(visit).Panes[0].Last != first && !Session(visit).Running);

        Assert.Same(second, Session(visit).Panes[1].Last);
        await Assertions.Expect(visit.Pane(1).Locator(".said-text")).ToHaveTextAsync(["Hello"]);
    }

    [Fact]
    public async Task Reload_InTheMiddle_FindsTheRunningPanesAgain()
    {
        await using var visit = await chromium.VisitAsync(server);
        await visit.OpenPlaygroundAsync($"groq:{Endless}");
        await visit.SendAsync("Hello");
        await Assertions.Expect(visit.Pane(1).Locator(".answer span").Nth(2)).ToBeAttachedAsync();
        var answer = Session(visit).Panes[0].Last!.Answer;

        await visit.Page.ReloadAsync();
        await Assertions.Expect(visit.Pane(1).GetByText("Answering")).ToBeVisibleAsync();
        var length = (await visit.Pane(1).Locator(".answer").InnerTextAsync()).Length;
        await visit.Page.WaitForFunctionAsync("length => document.querySelector('.answer').innerText.length > length", length);

        Assert.Same(answer, Session(visit).Panes[0].Last!.Answer);
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Stop all" }).ClickAsync();
        await visit.FinishAsync();
    }

    [Fact]
    public async Task Tab_ClosedInTheMiddle_HasItsCallsStoppedWithinTwentySeconds()
    {
        await using var visit = await chromium.VisitAsync(server);
        await visit.OpenPlaygroundAsync($"groq:{Endless}");
        await visit.SendAsync("Hello");
        await Assertions.Expect(visit.Pane(1).Locator(".answer span").Nth(1)).ToBeAttachedAsync();
        var answer = Session(visit).Panes[0].Last!.Answer;
        await visit.Page.CloseAsync();

        await PlaygroundVisit.UntilAsync(() => answer.Ended, seconds: 20);

        Assert.Equal(Core.Completions.Outcome.Cancelled, answer.Measurement!.Outcome);
    }

    [Fact]
    public async Task Replay_ShowsTheTextGrowAgain_WithoutASecondCall()
    {
        await using var visit = await chromium.VisitAsync(server);
        await visit.OpenPlaygroundAsync("groq:sim/ok?ttft=200&tps=50&tokens=60");
        await visit.SendAsync("Hello");
        await visit.FinishAsync();
        var whole = await visit.Pane(1).Locator(".answer").InnerTextAsync();
        var turn = Session(visit).Panes[0].Last;

        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Replay 1×" }).ClickAsync();
        await Assertions.Expect(visit.Pane(1).Locator(".answer-stream span").Nth(3)).ToBeAttachedAsync();
        var part = await visit.Pane(1).Locator(".answer").InnerTextAsync();
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Button, new() { Name = "Replay 1×" })).ToBeVisibleAsync();

        Assert.True(part.Length < whole.Length);
        Assert.Equal(whole, await visit.Pane(1).Locator(".answer").InnerTextAsync());
        Assert.Same(turn, Session(visit).Panes[0].Last);
    }

    [Fact]
    public async Task Repeats_ShowTheMedianWithItsSpread()
    {
        await using var visit = await chromium.VisitAsync(server);
        await visit.OpenPlaygroundAsync($"groq:{Short}");
        await visit.Page.GetByText("How it is sent").ClickAsync();
        await visit.Page.GetByLabel("Repeats").FillAsync("3");
        await visit.Page.GetByLabel("One after the other").CheckAsync();
        await visit.Page.GetByLabel("Warm-up call first").CheckAsync();
        await visit.SendAsync("Hello");
        await visit.FinishAsync();

        await Assertions.Expect(visit.Pane(1).Locator(".figures-note")).ToContainTextAsync("median of 3 runs");
        await Assertions.Expect(visit.Pane(1).Locator(".figures .interval").First).ToContainTextAsync("–");
        // The warm-up opened the connection: no repeat pays for it.
        Assert.All(Session(visit).Panes[0].Last!.Answers, answer => Assert.True(answer.Measurement!.Warm));
        await visit.Pane(1).GetByRole(AriaRole.Button, new() { Name = "Repeat 3" }).ClickAsync();
        await Assertions.Expect(visit.Pane(1).GetByRole(AriaRole.Button, new() { Name = "Repeat 3" })).ToHaveAttributeAsync("aria-pressed", "true");
    }

    [Fact]
    public async Task Panes_AreAddedMovedMaximisedAndRemoved_ByTheKeyboardAlone()
    {
        await using var visit = await chromium.VisitAsync(server, new() { ViewportSize = new() { Width = 1440, Height = 900 } });
        await visit.OpenPlaygroundAsync($"groq:{Short}", $"openrouter:{Short}");

        await ByKeyboardAsync(visit, 1, "Duplicate");
        await Assertions.Expect(visit.Page.Locator(".pane-name")).ToContainTextAsync(["Groq", "Groq", "OpenRouter"]);
        await ByKeyboardAsync(visit, 1, "Move right");
        await ByKeyboardAsync(visit, 3, "Move left");
        await Assertions.Expect(visit.Page.Locator(".pane-name")).ToContainTextAsync(["Groq", "OpenRouter", "Groq"]);
        await ByKeyboardAsync(visit, 2, "Maximise");
        await Assertions.Expect(visit.Page.Locator("[data-pane]")).ToHaveCountAsync(1);
        await ByKeyboardAsync(visit, 1, "Show all panes");
        await ByKeyboardAsync(visit, 3, "Remove");
        await Assertions.Expect(visit.Page.Locator("[data-pane]")).ToHaveCountAsync(2);

        // "2" goes to the second pane, Ctrl+Enter sends from anywhere, "r" asks that pane again.
        await visit.Page.FillAsync("[data-prompt]", "Hello");
        await visit.Page.Locator("h1").FocusAsync();
        await visit.Page.Keyboard.PressAsync("2");
        await Assertions.Expect(visit.Pane(2)).ToBeFocusedAsync();
        await visit.Page.Keyboard.PressAsync("Control+Enter");
        await Assertions.Expect(visit.Page.Locator("[data-prompt]")).ToHaveValueAsync("");
        await visit.FinishAsync();
        var before = Session(visit).Panes[1].Last;
        await visit.Pane(2).FocusAsync();
        await visit.Page.Keyboard.PressAsync("r");
        await PlaygroundVisit.UntilAsync(() => Session(visit).Panes[1].Last != before);
    }

    [Fact]
    public async Task Settings_ChangeOnePane_AndLeaveTheOthersAlone()
    {
        await using var visit = await chromium.VisitAsync(server);
        await visit.OpenPlaygroundAsync($"groq:{Short}", $"openrouter:{Short}");
        await visit.Pane(1).GetByRole(AriaRole.Button, new() { Name = "Model and parameters of" }).ClickAsync();
        await visit.Page.GetByLabel("Search the models known here").FillAsync("gpt-oss 120b");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "openai/gpt-oss-120b" }).First.ClickAsync();
        await visit.Page.GetByLabel("Temperature").FillAsync("0.2");
        await visit.AssertAccessibleAsync();
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Apply" }).ClickAsync();

        await Assertions.Expect(visit.Pane(1).Locator(".pane-model")).ToContainTextAsync("openai/gpt-oss-120b T 0.2");
        await Assertions.Expect(visit.Pane(2).Locator(".pane-model")).ToContainTextAsync("T 0.7");
        await visit.Page.GetByLabel("Same model everywhere").SelectOptionAsync(["gpt-oss-20b"]);
        await Assertions.Expect(visit.Page.Locator(".pane-model-id")).ToHaveTextAsync(["openai/gpt-oss-20b", "openai/gpt-oss-20b"]);
    }

    [Fact]
    public async Task History_FindsASessionByItsWords_AndDeletesIt()
    {
        await using var visit = await chromium.VisitAsync(server);
        await visit.OpenPlaygroundAsync($"groq:{Short}");
        await visit.SendAsync("A question about marmots");
        await visit.FinishAsync();
        var address = visit.Page.Url;
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "New", Exact = true }).ClickAsync();
        await PlaygroundVisit.UntilAsync(() => visit.Page.Url != address);

        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "History" }).ClickAsync();
        await visit.Page.GetByLabel("Search in prompts and answers").FillAsync("MARMOTS");
        await visit.Page.GetByLabel("Search in prompts and answers").PressAsync("Tab");
        await Assertions.Expect(visit.Page.Locator(".history li")).ToHaveCountAsync(1);
        await visit.AssertAccessibleAsync();
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "A question about marmots" }).ClickAsync();
        await PlaygroundVisit.UntilAsync(() => visit.Page.Url == address);
        await Assertions.Expect(visit.Pane(1).Locator(".said-text")).ToHaveTextAsync(["A question about marmots"]);

        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "History" }).ClickAsync();
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Delete A question about marmots" }).ClickAsync();
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Link, new() { Name = "A question about marmots" })).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task FrozenCopy_ShowsTheAnswersAndSendsNothing()
    {
        await using var visit = await chromium.VisitAsync(server);
        await visit.OpenPlaygroundAsync($"groq:{Short}");
        await visit.SendAsync("Hello");
        await visit.FinishAsync();
        var text = await visit.Pane(1).Locator(".answer").InnerTextAsync();
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Share and export" }).ClickAsync();
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Freeze a copy" }).ClickAsync();
        await PlaygroundVisit.UntilAsync(() => visit.Page.Url.Contains("share-", StringComparison.Ordinal));

        await using var other = await chromium.VisitAsync(server);
        await other.GoAsync(new Uri(visit.Page.Url).AbsolutePath);
        await Assertions.Expect(other.Pane(1).Locator(".answer")).ToHaveTextAsync(text.Trim(), new() { UseInnerText = true });
        await Assertions.Expect(other.Page.Locator("[data-act=send], [data-act=retry]")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Playground_OnAPhone_StacksThePanes()
    {
        await using var visit = await chromium.VisitAsync(server, new() { ViewportSize = new() { Width = 360, Height = 740 } });
        await visit.OpenPlaygroundAsync($"groq:{Short}", $"openrouter:{Short}", "failing:sim/ok?status=500");
        await visit.SendAsync("Hello");
        await visit.FinishAsync();
        var left = await visit.Page.Locator("[data-pane]").EvaluateAllAsync<double[]>("panes => panes.map(pane => pane.getBoundingClientRect().left)");

        Assert.Single(left.Distinct());
        Assert.False(await visit.ScrollsSidewaysAsync());
        await visit.AssertAccessibleAsync();
        visit.AssertQuietConsole();
    }

    private static async Task ByKeyboardAsync(Visit visit, int place, string entry)
    {
        await visit.Pane(place).GetByRole(AriaRole.Button, new() { Name = "Menu of" }).FocusAsync();
        await visit.Page.Keyboard.PressAsync("Enter");
        for (var step = 0; step < 20 && await visit.Page.EvaluateAsync<string>("document.activeElement.innerText") != entry; step++)
        {
            await visit.Page.Keyboard.PressAsync("Tab");
        }

        await visit.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Button, new() { Name = entry, Exact = true })).ToHaveCountAsync(0);
    }

    private PlaygroundSession Session(Visit visit) => server.Services.GetRequiredService<PlaygroundSessions>().Find(new Uri(visit.Page.Url).Segments[^1])!;
}
