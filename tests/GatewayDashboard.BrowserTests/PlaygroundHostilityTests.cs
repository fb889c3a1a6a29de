using GatewayDashboard.Credentials;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace GatewayDashboard.BrowserTests;

/// <summary>Answers are hostile input: whatever a gateway streams, nothing runs, nothing listens, nothing is fetched.</summary>
public sealed class PlaygroundHostilityTests(PlaygroundHostilityTests.OwnServer server, Chromium chromium) : IClassFixture<PlaygroundHostilityTests.OwnServer>
{
    // What the allow-list never writes into an answer, an event handler attribute, and an address that is not plainly http, https or mailto.
    private const string Harm =
        """
        () => [...document.querySelectorAll(".answer *, .reasoning-text *")].flatMap(element => [
          ...(element.matches("script, style, iframe, object, embed, img, svg, math, video, audio, source, link, meta, base, form, input, template, details") ? [element.outerHTML] : []),
          ...[...element.attributes].filter(attribute => attribute.name.startsWith("on") || attribute.name === "srcdoc" || attribute.name === "src").map(attribute => element.outerHTML),
          ...(element.matches("a") && !["http:", "https:", "mailto:"].includes(element.protocol) ? [element.outerHTML] : []),
        ])
        """;

    [Fact]
    public async Task FiveHundredHostilePayloads_StreamedInPieces_StayText()
    {
        await using var gateway = await HostileGateway.StartAsync(TestContext.Current.CancellationToken);
        server.Product.Services.GetRequiredService<ConnectionDirectory>().Take([new StoredGateway { Id = "hostile", BaseUrl = gateway.BaseUrl.ToString() }], [gateway.BaseUrl]);
        await using var visit = await chromium.VisitAsync(server.Product);
        List<string> foreign = [];
        visit.Page.Request += (_, request) =>
        {
            if (new Uri(request.Url) is { Scheme: "http" or "https" } address && address.Authority != server.Product.Address.Authority)
            {
                foreign.Add(request.Url);
            }
        };
        await visit.Page.AddInitScriptAsync("window.alert = () => { window.harmed = true; }");
        await visit.OpenPlaygroundAsync([.. Enumerable.Repeat("hostile:x", 8)]);
        for (var turn = 0; turn < 9; turn++)
        {
            await visit.SendAsync($"Turn {turn}");
            await Assertions.Expect(visit.Page.Locator(".figures")).ToHaveCountAsync(8 * (turn + 1), new() { Timeout = 20_000 });
            await visit.FinishAsync();
        }

        Assert.True(gateway.Sent >= 500);
        await visit.Page.Locator(".reasoning button").First.ClickAsync();
        Assert.Empty(await visit.Page.EvaluateAsync<string[]>(Harm));
        Assert.True(await visit.Page.Locator(".answer").AllInnerTextsAsync() is { } texts && texts.Any(text => text.Contains("<script>alert(1)</script>", StringComparison.Ordinal)));
        Assert.False(await visit.Page.EvaluateAsync<bool>("window.harmed === true"));
        Assert.Empty(foreign);
        visit.AssertQuietConsole();
    }

    /// <summary>A product of its own: a connection is added to it.</summary>
    public sealed class OwnServer : IAsyncDisposable
    {
        internal DashboardServer Product { get; } = new();

        /// <inheritdoc/>
        public ValueTask DisposeAsync() => Product.DisposeAsync();
    }
}
