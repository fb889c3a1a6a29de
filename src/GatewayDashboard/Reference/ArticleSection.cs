using GatewayDashboard.Components.Parts;
using Markdig.Syntax;

namespace GatewayDashboard.Reference;

/// <summary>A heading of an article with the text below it: what the contents list names and the search finds.</summary>
/// <param name="Id">What the heading is linked by; empty for the text before the first heading.</param>
/// <param name="Heading">Its words.</param>
/// <param name="Level">2 or 3.</param>
/// <param name="Text">The Markdown below it.</param>
public sealed record ArticleSection(string Id, string Heading, int Level, string Text)
{
    private const int DeepestListed = 3;

    /// <summary>The sections of an article in order.</summary>
    public static IReadOnlyList<ArticleSection> Of(Article article)
    {
        if (MarkdownText.Parse(article.Text) is not { } document)
        {
            return [];
        }

        var headings = document.OfType<HeadingBlock>().Where(heading => heading.Level <= DeepestListed).ToList();
        List<ArticleSection> sections = [new("", article.Title, 1, article.Text[..(headings.Count > 0 ? headings[0].Span.Start : article.Text.Length)])];
        for (var index = 0; index < headings.Count; index++)
        {
            var from = headings[index].Span.End + 1;
            var to = index + 1 < headings.Count ? headings[index + 1].Span.Start : article.Text.Length;
            sections.Add(new(HeadingId.Of(headings[index]), HeadingId.Words(headings[index]), headings[index].Level, article.Text[from..to]));
        }

        return sections;
    }
}
