using Microsoft.Playwright;

namespace GatewayDashboard.BrowserTests;

/// <summary>What tests do in the playground, in their words.</summary>
internal static class PlaygroundVisit
{
    /// <summary>Opens a session with these targets, each <c>gateway:model</c>.</summary>
    public static async Task OpenPlaygroundAsync(this Visit visit, params string[] targets)
    {
        await visit.GoAsync("/playground?" + string.Join('&', targets.Select(target => "p=" + Uri.EscapeDataString(target))));
        await UntilAsync(() => visit.Page.Url.Contains("/playground/", StringComparison.Ordinal));
        await Assertions.Expect(visit.Page.Locator("[data-pane]")).ToHaveCountAsync(targets.Length);
        // Keys pressed before its script is there are lost.
        await visit.Page.Locator(".playground[data-attached]").WaitForAsync();
    }

    /// <summary>The pane in that place, counted from 1.</summary>
    public static ILocator Pane(this Visit visit, int place) => visit.Page.Locator("[data-pane]").Nth(place - 1);

    /// <summary>Writes a prompt and sends it by the keyboard.</summary>
    public static async Task SendAsync(this Visit visit, string prompt)
    {
        await visit.Page.FillAsync("[data-prompt]", prompt);
        await visit.Page.Locator("[data-prompt]").PressAsync("Control+Enter");
        // The field is emptied in the same step that sends.
        await Assertions.Expect(visit.Page.Locator("[data-prompt]")).ToHaveValueAsync("");
    }

    /// <summary>Waits for something that only the server knows.</summary>
    public static async Task UntilAsync(Func<bool> holds, int seconds = 10)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(seconds));
        while (!holds())
        {
            await Task.Delay(50, limit.Token);
        }
    }

    /// <summary>Waits until every call is over.</summary>
    public static async Task FinishAsync(this Visit visit)
    {
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Status).Filter(new() { HasText = "All finished" })).ToHaveCountAsync(1, new() { Timeout = 20_000 });
        await Assertions.Expect(visit.Page.Locator("[data-act=stop-all]")).ToHaveCountAsync(0);
    }

    /// <summary>Chooses in a pane's menu.</summary>
    public static async Task ChooseAsync(this Visit visit, int place, string entry)
    {
        await visit.Pane(place).GetByRole(AriaRole.Button, new() { Name = "Menu of" }).ClickAsync();
        await visit.Pane(place).GetByRole(AriaRole.Button, new() { Name = entry, Exact = true }).ClickAsync();
    }
}
