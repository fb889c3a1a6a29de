using Markdig.Syntax.Inlines;
using Microsoft.AspNetCore.Components.Rendering;

namespace GatewayDashboard.Components.Parts;

/// <summary>Writes what stands inside a block. Text is always content, never markup.</summary>
internal sealed class MarkdownInlines(RenderTreeBuilder builder, bool isOwn)
{
    private const int LongestShownAddress = 200;

    public void Write(ContainerInline? container)
    {
        for (var inline = container?.FirstChild; inline is not null; inline = inline.NextSibling)
        {
            builder.OpenRegion(0);
            Write(inline);
            builder.CloseRegion();
        }
    }

    private void Write(Inline inline)
    {
        switch (inline)
        {
            case LiteralInline literal:
                builder.AddContent(0, literal.Content.ToString());
                break;
            case CodeInline code:
                builder.OpenElement(0, "code");
                builder.AddContent(1, code.Content);
                builder.CloseElement();
                break;
            case EmphasisInline emphasis:
                builder.OpenElement(0, Element(emphasis));
                Write((ContainerInline)emphasis);
                builder.CloseElement();
                break;
            case LineBreakInline { IsHard: true }:
                builder.OpenElement(0, "br");
                builder.CloseElement();
                break;
            case LineBreakInline:
                builder.AddContent(0, "\n");
                break;
            case LinkInline { IsImage: true } image:
                Image(image);
                break;
            case LinkInline link:
                Link(link, link.Url);
                break;
            case AutolinkInline auto:
                Auto(auto);
                break;
            case HtmlEntityInline entity:
                builder.AddContent(0, entity.Transcoded.ToString());
                break;
            case HtmlInline html:
                builder.AddContent(0, html.Tag);
                break;
            case ContainerInline other:
                Write(other);
                break;
        }
    }

    private static string Element(EmphasisInline emphasis) => emphasis switch
    {
        { DelimiterChar: '~' } => "del",
        { DelimiterCount: 2 } => "strong",
        _ => "em",
    };

    private void Link(LinkInline link, string? address)
    {
        if (MarkdownLinks.Allowed(address, isOwn) is not { } allowed)
        {
            Write((ContainerInline)link);
            builder.AddContent(1, Shown(address));
            return;
        }

        Open(allowed);
        Write((ContainerInline)link);
        builder.CloseElement();

        // Words can claim any place: the host a link really leads to stands beside them.
        if (!isOwn && MarkdownLinks.Host(allowed) is { } host && !Words(link).Contains(host, StringComparison.OrdinalIgnoreCase))
        {
            builder.OpenElement(5, "span");
            builder.AddAttribute(6, "class", "link-host");
            builder.AddContent(7, $" ({host})");
            builder.CloseElement();
        }
    }

    private void Auto(AutolinkInline auto)
    {
        var address = auto.IsEmail ? $"mailto:{auto.Url}" : auto.Url;
        if (MarkdownLinks.Allowed(address, isOwn) is { } allowed)
        {
            Open(allowed);
            builder.AddContent(4, auto.Url);
            builder.CloseElement();
        }
        else
        {
            builder.AddContent(5, auto.Url);
        }
    }

    private void Open(string address)
    {
        builder.OpenElement(0, "a");
        builder.AddAttribute(1, "href", address);
        if (!address.StartsWith('/'))
        {
            builder.AddAttribute(2, "rel", "noopener noreferrer nofollow");
            builder.AddAttribute(3, "target", "_blank");
        }
    }

    // An image would tell its server who reads the answer, and when.
    private void Image(LinkInline image)
    {
        builder.OpenElement(0, "span");
        builder.AddAttribute(1, "class", "image-left-out");
        builder.AddContent(2, "[image: ");
        Write((ContainerInline)image);
        builder.AddContent(3, $"]{Shown(image.Url)}");
        builder.CloseElement();
    }

    private static string Shown(string? address) => string.IsNullOrEmpty(address) ? ""
        : $" ({(address.Length > LongestShownAddress ? address[..LongestShownAddress] + "…" : address)})";

    private static string Words(ContainerInline container) =>
        string.Concat(container.FindDescendants<LiteralInline>().Select(literal => literal.Content.ToString()));
}
