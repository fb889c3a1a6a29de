using System.Text.RegularExpressions;
using GatewayDashboard.Core.Gateways;
using GatewayDashboard.Reference;

namespace GatewayDashboard.Tests.Gateways;

public sealed partial class LibraryTests
{
    private static readonly string[] s_views = ["matrix", "models", "counts"];
    private static readonly string[] s_pages = ["/", "/playground", "/benchmarks", "/pricing", "/builder", "/gateways", "/guide", "/settings"];

    [Fact]
    public void Guide_Pages_CoverWhatTheGuideMustSayInOrder() => Assert.Equal(
        ["ai-gateway", "gateway-or-provider", "benefits", "security", "deployment", "advanced-gateways", "pricing", "methodology", "faq"],
        Library.Guide.Select(article => article.Slug));

    [Fact]
    public void Guide_EveryPage_HasATitleASummaryAndDatedSources() => Assert.All(Library.Guide, article =>
    {
        Assert.NotEqual(article.Slug, article.Title);
        Assert.NotEmpty(article.Summary);
        Assert.NotEmpty(article.Sources);
        Assert.All(article.Sources, source => Assert.Matches(@"^20\d\d", source.Date));
        Assert.DoesNotContain("---", article.Text[..20]);
    });

    [Fact]
    public void Guide_HeadingsOfAPage_AreAllDifferent() => Assert.All(Library.Guide, article =>
    {
        var ids = ArticleSection.Of(article).Select(section => section.Id).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
    });

    [Fact]
    public void AllText_LinksInside_LeadSomewhere()
    {
        foreach (var article in Library.Guide.Concat(GatewayCatalogue.All.Select(gateway => Library.Profile(gateway.Id)).OfType<Article>()))
        {
            foreach (var address in InnerLink().Matches(article.Text).Select(match => match.Groups[1].Value))
            {
                Assert.True(Exists(address), $"{article.Slug} links to {address}");
            }
        }
    }

    [Fact]
    public void Facts_EveryGateway_HasFactsSourcesAndAProfile() => Assert.All(GatewayCatalogue.All.Where(gateway => gateway.Id != "custom"), gateway =>
    {
        var facts = ReferenceFacts.Bundled.Find(gateway.Id)!;
        Assert.NotEmpty(facts.Sources);
        Assert.NotEmpty(Library.Profile(facts.Id)!.Text);
    });

    [Fact]
    public void Facts_EveryCell_IsOfAKnownCapabilityAndNamesItsSource()
    {
        var known = ReferenceFacts.Bundled.Groups.SelectMany(group => group.Capabilities).Select(capability => capability.Id).ToHashSet();
        Assert.All(ReferenceFacts.Bundled.Gateways, facts => Assert.All(facts.Cells, cell =>
        {
            Assert.Contains(cell.Key, known);
            Assert.NotEmpty(facts.SourceOf(cell.Value));
        }));
    }

    [Fact]
    public void Facts_MissingCell_IsNotDocumentedAndNotNo() =>
        Assert.Equal("Not documented", ReferenceFacts.Bundled.Find("groq")!.Cell("sso").Word);

    [Fact]
    public void Search_Words_FindTheSectionTheyStandIn() =>
        Assert.Contains(LibrarySearch.Find("buffered speed"), hit => hit.Address == "/guide/methodology#output-speed");

    [Fact]
    public void Search_WordOfAHeading_ComesFirst() => Assert.Equal("Portkey", LibrarySearch.Find("portkey")[0].Section.Heading);

    [Theory]
    [InlineData(null)]
    [InlineData("  ")]
    [InlineData("zzzznothing")]
    public void Search_NothingToFind_IsEmpty(string? words) => Assert.Empty(LibrarySearch.Find(words));

    private static bool Exists(string address)
    {
        var (path, anchor) = address.Split('#') is [var before, var after] ? (before, after) : (address, null);
        if (path.StartsWith("/guide/", StringComparison.Ordinal))
        {
            return Library.Find(path["/guide/".Length..]) is { } page && (anchor is null || ArticleSection.Of(page).Any(section => section.Id == anchor));
        }

        return path.StartsWith("/gateways?view=", StringComparison.Ordinal) ? s_views.Contains(path["/gateways?view=".Length..]) : s_pages.Contains(path);
    }

    [GeneratedRegex(@"\]\((/[^)]*)\)")]
    private static partial Regex InnerLink();
}
