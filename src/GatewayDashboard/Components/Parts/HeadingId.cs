using System.Text;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace GatewayDashboard.Components.Parts;

/// <summary>The id a heading is linked by: its words in lower case, joined by hyphens.</summary>
internal static class HeadingId
{
    /// <summary>The id of a heading.</summary>
    public static string Of(HeadingBlock heading) => Of(Words(heading));

    /// <summary>The heading's words without their marks.</summary>
    public static string Words(HeadingBlock heading) => heading.Inline is null ? "" : string.Concat(heading.Inline.Descendants().Select(inline => inline switch
    {
        LiteralInline literal => literal.Content.ToString(),
        CodeInline code => code.Content,
        _ => "",
    }));

    private static string Of(string words)
    {
        StringBuilder id = new();
        foreach (var character in words.ToLowerInvariant())
        {
            if (char.IsAsciiLetterOrDigit(character))
            {
                id.Append(character);
            }
            else if (id.Length > 0 && id[^1] != '-')
            {
                id.Append('-');
            }
        }

        return id.ToString().Trim('-');
    }
}
