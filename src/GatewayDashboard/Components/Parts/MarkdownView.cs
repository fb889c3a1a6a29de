using Markdig.Syntax;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace GatewayDashboard.Components.Parts;

/// <summary>
/// Markdown as Blazor elements from an allow-list. Never markup of the text's own: a model's answer is hostile input, so raw HTML is text, images
/// load nothing, and a link leads only to http, https or mailto.
/// </summary>
public sealed class MarkdownView : ComponentBase
{
    private string? _parsed;
    private MarkdownDocument? _document;

    /// <summary>The Markdown.</summary>
    [Parameter, EditorRequired] public string Text { get; set; } = string.Empty;

    /// <summary>Whether the text is the product's own: then headings can be linked to and links may lead to other pages here. Never true for text from a model or a gateway.</summary>
    [Parameter] public bool IsOwn { get; set; }

    /// <summary>How many levels headings are lowered, so that a text's first level fits under the page's.</summary>
    [Parameter] public int HeadingOffset { get; set; } = 2;

    /// <summary>Draws what a fence named <c>drawing</c> asks for by name; own text only.</summary>
    [Parameter] public Func<string, RenderFragment?>? Drawing { get; set; }

    /// <inheritdoc/>
    protected override void OnParametersSet()
    {
        if (!ReferenceEquals(_parsed, Text))
        {
            _parsed = Text;
            _document = MarkdownText.Parse(Text);
        }
    }

    /// <inheritdoc/>
    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        builder.OpenElement(0, "div");
        builder.AddAttribute(1, "class", "markdown");
        if (_document is null)
        {
            builder.OpenElement(2, "pre");
            builder.AddAttribute(3, "class", "markdown-plain");
            builder.AddContent(4, Text);
            builder.CloseElement();
        }
        else
        {
            new MarkdownBlocks(builder, new MarkdownInlines(builder, IsOwn), IsOwn, HeadingOffset, Drawing).Write(_document);
        }

        builder.CloseElement();
    }
}
