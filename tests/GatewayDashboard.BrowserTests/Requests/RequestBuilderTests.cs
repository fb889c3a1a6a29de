using Microsoft.Playwright;

namespace GatewayDashboard.BrowserTests.Requests;

public sealed class RequestBuilderTests(DashboardServer server, Chromium chromium)
{
    [Fact]
    public async Task Form_Filled_DrivesJsonSnippetsAndAddressWithoutTheText()
    {
        await using var visit = await chromium.VisitAsync(server);
        await visit.GoAsync("/builder");
        await visit.Page.GetByLabel("Text of message 1").FillAsync("It's a \"secret\" word");
        await visit.Page.Locator("[data-field=temperature]").FillAsync("0.70");
        await visit.Page.Locator("[data-field=temperature]").BlurAsync();

        await Assertions.Expect(visit.Page.Locator("#builder-json")).ToHaveValueAsync(new System.Text.RegularExpressions.Regex("\"content\": \"It's a \\\\\"secret\\\\\" word\"[^$]*\"temperature\": 0\\.70"));
        await visit.Page.GetByRole(AriaRole.Tab, new() { Name = "curl", Exact = true }).ClickAsync();
        await Assertions.Expect(visit.Page.Locator("#builder-snippet")).ToContainTextAsync("Bearer ${GROQ_API_KEY}");
        await visit.Page.WaitForURLAsync("**/builder?gateway=groq&model=*&temperature=0.70&tab=curl");
        Assert.DoesNotContain("secret", visit.Page.Url, StringComparison.Ordinal);
        visit.AssertQuietConsole();
    }

    [Fact]
    public async Task Json_Broken_KeepsTheFormAndMarksTheLine()
    {
        await using var visit = await chromium.VisitAsync(server);
        await visit.GoAsync("/builder?gateway=groq&model=m&temperature=0.5");
        var json = visit.Page.Locator("#builder-json");
        await json.FillAsync("{\n  \"model\": \"m\",\n  \"temperature\" 1\n}");
        await json.BlurAsync();

        await Assertions.Expect(visit.Page.Locator("#builder-json-fault")).ToContainTextAsync("Line 3, column 17");
        await Assertions.Expect(visit.Page.Locator(".builder-bad-line")).ToHaveTextAsync("3");
        await Assertions.Expect(visit.Page.Locator("[data-field=temperature]")).ToHaveValueAsync("0.5");
        await visit.AssertAccessibleAsync();

        await json.FillAsync("{\n  \"model\": \"m\",\n  \"temperature\": 1\n}");
        await json.BlurAsync();
        await Assertions.Expect(visit.Page.Locator("[data-field=temperature]")).ToHaveValueAsync("1");
    }

    [Fact]
    public async Task Address_Opened_RestoresTheRequestAndAFixMendsIt()
    {
        await using var visit = await chromium.VisitAsync(server);
        await visit.GoAsync("/builder?gateway=groq&model=openai/gpt-oss-120b&logprobs=true&tab=python");

        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Tab, new() { Name = "Python", Exact = true })).ToHaveAttributeAsync("aria-selected", "true");
        await Assertions.Expect(visit.Page.Locator("#builder-snippet")).ToContainTextAsync("logprobs=True");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Remove logprobs" }).ClickAsync();
        await Assertions.Expect(visit.Page.Locator("#builder-snippet")).Not.ToContainTextAsync("logprobs");
        await visit.Page.WaitForURLAsync(url => !url.Contains("logprobs", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Import_OfCurlWithAKey_FillsTheFormAndDropsTheKey()
    {
        await using var visit = await chromium.VisitAsync(server);
        await visit.GoAsync("/builder");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Import", Exact = true }).ClickAsync();
        // Long enough that the framework's own limit of 32 KiB a message would end the circuit.
        await visit.Page.GetByLabel("Text to import").FillAsync(
            "curl https://openrouter.ai/api/v1/chat/completions -H 'Authorization: Bearer sk-or-v1-0123456789abcdef0123456789' --compressed -d '{\"model\":\"openai/gpt-oss-120b\",\"messages\":[{\"role\":\"user\",\"content\":\"" + new string('x', 100_000) + "\"}]}'");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Import it" }).ClickAsync();

        await Assertions.Expect(visit.Page.Locator("[data-field=gateway]")).ToHaveValueAsync("openrouter");
        await Assertions.Expect(visit.Page.GetByText("key dropped, not stored; $OPENROUTER_API_KEY stands in its place")).ToBeVisibleAsync();
        await Assertions.Expect(visit.Page.GetByText("--compressed")).ToBeVisibleAsync();
        Assert.DoesNotContain("sk-or-v1", await visit.Page.ContentAsync(), StringComparison.Ordinal);
        visit.AssertQuietConsole();
    }

    [Fact]
    public async Task Compare_WithAnotherGateway_ShowsChangedLinesAndGoesThere()
    {
        await using var visit = await chromium.VisitAsync(server);
        await visit.GoAsync("/builder?gateway=openrouter&model=openai/gpt-oss-120b&max_completion_tokens=64&logprobs=true");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Compare with…" }).ClickAsync();
        await visit.Page.Locator(".builder-panel select").SelectOptionAsync("groq");

        await Assertions.Expect(visit.Page.Locator(".builder-diff")).ToContainTextAsync("\"logprobs\": true");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Go on with Groq" }).ClickAsync();
        await visit.Page.WaitForURLAsync("**/builder?gateway=groq&model=*max_completion_tokens=64");
        await visit.Page.GoBackAsync();
        await Assertions.Expect(visit.Page.Locator("[data-field=gateway]")).ToHaveValueAsync("openrouter");
    }

    [Fact]
    public async Task Send_ToASimulatedGateway_ShowsTheAnswerItsFiguresAndEveryEvent()
    {
        await using var visit = await chromium.VisitAsync(server);
        await visit.GoAsync("/builder?gateway=groq&model=llama-3.1-8b-instant&stream=true&max_completion_tokens=32");
        await visit.Page.GetByLabel("Text of message 1").FillAsync("hello");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Send to Groq" }).ClickAsync();

        await Assertions.Expect(visit.Page.Locator(".builder-send [role=status]").Filter(new() { HasText = "First token" })).ToContainTextAsync("HTTP 200", new() { Timeout = 20_000 });
        await visit.Page.GetByText("What arrived").ClickAsync();
        Assert.True(await visit.Page.Locator(".builder-events tbody tr").CountAsync() > 4);
        await visit.AssertAccessibleAsync();
        visit.AssertQuietConsole();
    }

    [Fact]
    public async Task SavedRequest_OpenedByItsLink_HasItsText()
    {
        await using var visit = await chromium.VisitAsync(server);
        await visit.GoAsync("/builder?gateway=together&model=m");
        await visit.Page.GetByLabel("Text of message 1").FillAsync("kept words");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Saved…" }).ClickAsync();
        await visit.Page.GetByLabel("Name for this request").FillAsync("mine");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Save this request" }).ClickAsync();
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Link, new() { Name = "mine" })).ToBeVisibleAsync();

        await visit.GoAsync("/builder?saved=mine");

        await Assertions.Expect(visit.Page.GetByLabel("Text of message 1")).ToHaveValueAsync("kept words");
        await Assertions.Expect(visit.Page.Locator("[data-field=gateway]")).ToHaveValueAsync("together");
    }

    [Fact]
    public async Task Page_OnAPhoneWithEverySectionOpen_FitsAndIsAccessible()
    {
        await using var visit = await chromium.VisitAsync(server, new() { ViewportSize = new() { Width = 360, Height = 740 } });
        await visit.GoAsync("/builder?gateway=sambanova&model=gpt-oss-120b&presence_penalty=1&tab=powershell");
        await visit.Page.EvaluateAsync("document.querySelectorAll('main details').forEach(d => d.open = true)");

        Assert.False(await visit.ScrollsSidewaysAsync());
        await visit.AssertAccessibleAsync();
    }
}
