using AngleSharp.Dom;
using Bunit;
using GatewayDashboard.Components.Parts;

namespace GatewayDashboard.Tests.Gateways;

public sealed class MarkdownViewTests : BunitContext
{
    // Everything the view may ever write: element by element with its attributes.
    private static readonly Dictionary<string, string[]> s_allowed = new()
    {
        ["div"] = ["class", "tabindex", "role", "aria-label"], ["p"] = [], ["h3"] = [], ["h4"] = [], ["h5"] = [], ["h6"] = [], ["ul"] = [], ["ol"] = ["start"], ["li"] = [],
        ["blockquote"] = [], ["pre"] = ["id", "tabindex", "class"], ["code"] = [], ["hr"] = [], ["br"] = [], ["table"] = [], ["tbody"] = [], ["tr"] = [], ["th"] = ["scope", "class"],
        ["td"] = ["class"], ["a"] = ["href", "rel", "target"], ["span"] = ["class", "role"], ["strong"] = [], ["em"] = [], ["del"] = [],
        ["button"] = ["type", "class", "aria-label"],
    };

    public MarkdownViewTests() => Services.Add(new(typeof(TimeProvider), TimeProvider.System));

    [Fact]
    public void Render_HostileText_WritesNothingButTheAllowedElements()
    {
        Assert.True(HostileMarkdown.Payloads.Count >= 100);
        foreach (var payload in HostileMarkdown.Payloads)
        {
            AssertHarmless(payload);
        }
    }

    // A stream shows a text cut at any place.
    [Fact]
    public void Render_HostileTextCutAnywhere_WritesNothingButTheAllowedElements()
    {
        foreach (var payload in HostileMarkdown.Payloads.Where(payload => payload.Length < 120).Where((_, at) => at % 12 == 0))
        {
            for (var length = 1; length < payload.Length; length++)
            {
                AssertHarmless(payload[..length]);
            }
        }
    }

    [Fact]
    public void Render_HostileTextAmongOthers_WritesNothingButTheAllowedElements() => AssertHarmless(string.Join("\n\n", HostileMarkdown.Payloads.Where(payload => payload.Length < 500)));

    [Fact]
    public void Render_Script_ShowsItAsText() => Assert.Contains("<script>alert(1)</script>", View("<script>alert(1)</script>").Find("div.markdown").TextContent);

    [Fact]
    public void Render_RefusedLink_KeepsItsWordsAndShowsWhereItWouldHaveLed()
    {
        var view = View("[press here](javascript:alert(1))");
        Assert.Empty(view.FindAll("a"));
        Assert.Equal("press here (javascript:alert(1))", view.Find("p").TextContent);
    }

    [Fact]
    public void Render_Link_LeavesNoReferrerAndNamesItsHost()
    {
        var view = View("[your bank](https://evil.example/login)");
        Assert.Equal("noopener noreferrer nofollow", view.Find("a").GetAttribute("rel"));
        Assert.Equal("your bank (evil.example)", view.Find("p").TextContent);
    }

    [Fact]
    public void Render_LinkThatShowsItsHost_DoesNotRepeatIt() =>
        Assert.Equal("https://example.com/a", View("https://example.com/a").Find("p").TextContent);

    [Fact]
    public void Render_Image_LoadsNothingAndSaysSo() =>
        Assert.Equal("[image: a cat] (https://evil.example/p.png)", View("![a cat](https://evil.example/p.png)").Find("span.image-left-out").TextContent);

    [Fact]
    public void Render_Prose_BecomesElements()
    {
        var view = View("# Title\n\nSome *em*, **strong**, ~~old~~ and `code`.\n\n1. one\n2. two\n\n> said\n\n| a | b |\n|---|--:|\n| 1 | 2 |\n\n---\n");
        Assert.Equal("Title", view.Find("h3").TextContent);
        Assert.Equal(["em", "strong", "old", "code"], view.FindAll("p > em, p > strong, p > del, p > code").Select(element => element.TextContent));
        Assert.Equal(2, view.FindAll("ol > li").Count);
        Assert.Equal("said", view.Find("blockquote > p").TextContent);
        Assert.Equal(("b", "number"), (view.FindAll("th")[1].TextContent, view.FindAll("td")[1].ClassName));
        Assert.Single(view.FindAll("hr"));
    }

    [Fact]
    public void Render_Code_StaysAsWrittenAndCanBeCopied()
    {
        var view = View("```python\nprint('<b>')\n```");
        Assert.Equal("print('<b>')", view.Find("pre > code").TextContent);
        Assert.Equal("python", view.Find(".code-language").TextContent);
        Assert.Equal("Copy the code", view.Find("button").GetAttribute("aria-label"));
    }

    [Fact]
    public void Render_NestedBeyondTheLimit_ShowsThePlainText() =>
        Assert.Equal(5_001, View(new string('>', 5_000) + "x").Find("pre.markdown-plain").TextContent.Length);

    [Fact]
    public void Render_OwnText_LinksItsHeadingsAndOtherPages()
    {
        var view = Render<MarkdownView>(parameters => parameters.Add(view => view.Text, "## Two words\n\nSee [the table](/gateways).").Add(view => view.IsOwn, true).Add(view => view.HeadingOffset, 0));
        Assert.Equal("two-words", view.Find("h2").Id);
        Assert.Equal("/#two-words", view.Find("h2 > a").GetAttribute("href"));
        Assert.Equal("/gateways", view.Find("p > a").GetAttribute("href"));
    }

    private IRenderedComponent<MarkdownView> View(string text) => Render<MarkdownView>(parameters => parameters.Add(view => view.Text, text));

    private void AssertHarmless(string payload)
    {
        var view = View(payload);
        foreach (var element in view.Nodes.OfType<IElement>().SelectMany(root => root.DescendantsAndSelf().OfType<IElement>()))
        {
            Assert.True(s_allowed.TryGetValue(element.LocalName, out var attributes), $"<{element.LocalName}> from {payload}");
            Assert.All(element.Attributes.Where(attribute => !attribute.Name.StartsWith("blazor:", StringComparison.Ordinal)), attribute => Assert.Contains(attribute.Name, attributes));
            if (element.GetAttribute("href") is { } address)
            {
                Assert.Matches("^(https?://[^/@\\\\]+|mailto:)", address);
                Assert.DoesNotContain(address, character => character is '"' or '<' or '>' or ' ');
            }
        }

        view.Dispose();
    }
}
