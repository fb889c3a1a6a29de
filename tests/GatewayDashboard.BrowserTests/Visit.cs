using System.Collections.Concurrent;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace GatewayDashboard.BrowserTests;

/// <summary>One window on the product, which remembers everything its console complained about.</summary>
public sealed class Visit : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly ConcurrentQueue<string> _complaints = new();

    internal Visit(IBrowserContext context, IPage page)
    {
        (_context, Page) = (context, page);
        page.SetDefaultTimeout(10_000);
        page.Console += (_, message) =>
        {
            // A violation of the content security policy arrives here as an error, too.
            if (message.Type is "error" or "warning")
            {
                _complaints.Enqueue(message.Text);
            }
        };
        page.PageError += (_, error) => _complaints.Enqueue(error);
    }

    /// <summary>The page, for everything that has no word here.</summary>
    public IPage Page { get; }

    /// <summary>Opens a path and waits until the circuit answers: a click before that is lost.</summary>
    public async Task GoAsync(string path)
    {
        await Page.GotoAsync(path);
        await Page.Locator("main[data-ready]").WaitForAsync();
    }

    /// <summary>Errors, warnings and policy violations since the start.</summary>
    public void AssertQuietConsole() => Assert.Empty(_complaints);

    /// <summary>Runs axe over the page as it stands.</summary>
    public async Task AssertAccessibleAsync()
    {
        var result = await Page.RunAxe();
        string[] violations = [.. result.Violations.Select(rule => $"{rule.Id}: {string.Join(" | ", rule.Nodes.Take(3).Select(node => $"{node.Html} {string.Join(" ", node.Any.Select(check => check.Message))}"))}")];
        Assert.True(violations.Length == 0, string.Join(Environment.NewLine, violations));
    }

    /// <summary>True when the page is wider than its window.</summary>
    public Task<bool> ScrollsSidewaysAsync() => Page.EvaluateAsync<bool>("document.scrollingElement.scrollWidth > document.scrollingElement.clientWidth");

    /// <inheritdoc />
    public ValueTask DisposeAsync() => _context.DisposeAsync();
}
