using Markdig;
using Markdig.Syntax;

namespace GatewayDashboard.Components.Parts;

/// <summary>Reads Markdown with the few extensions answers use: tables, strikethrough, bare links.</summary>
public static class MarkdownText
{
    // Above this the text is shown as it stands: it is not prose, and parsing would hold up the page.
    private const int Longest = 400_000;

    private static readonly MarkdownPipeline s_pipeline = new MarkdownPipelineBuilder()
        .DisableHtml()
        .UsePipeTables()
        .UseEmphasisExtras(Markdig.Extensions.EmphasisExtras.EmphasisExtraOptions.Strikethrough)
        .UseAutoLinks()
        .Build();

    /// <summary>The document, or null where the text is too long or too deeply nested to be read as one.</summary>
    public static MarkdownDocument? Parse(string text)
    {
        if (text.Length > Longest)
        {
            return null;
        }

        try
        {
            return Markdown.Parse(text, s_pipeline);
        }
        catch (ArgumentException)
        {
            // How Markdig refuses text nested beyond its limit.
            return null;
        }
    }
}
