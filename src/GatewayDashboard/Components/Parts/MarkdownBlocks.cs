using System.Globalization;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace GatewayDashboard.Components.Parts;

/// <summary>Writes blocks: what is not on the list is written as text or not at all.</summary>
internal sealed class MarkdownBlocks(RenderTreeBuilder builder, MarkdownInlines inlines, bool isOwn, int headingOffset, Func<string, RenderFragment?>? drawing)
{
    private const int DeepestHeading = 6;

    public void Write(ContainerBlock container, bool tight = false)
    {
        foreach (var block in container)
        {
            // A region each, so that a change in one block leaves the numbering of the others alone.
            builder.OpenRegion(0);
            Write(block, tight);
            builder.CloseRegion();
        }
    }

    private void Write(Block block, bool tight)
    {
        switch (block)
        {
            case HeadingBlock heading:
                Heading(heading);
                break;
            case ParagraphBlock paragraph when tight:
                inlines.Write(paragraph.Inline);
                break;
            case ParagraphBlock paragraph:
                builder.OpenElement(0, "p");
                inlines.Write(paragraph.Inline);
                builder.CloseElement();
                break;
            case ListBlock list:
                List(list);
                break;
            case QuoteBlock quote:
                builder.OpenElement(0, "blockquote");
                Write(quote);
                builder.CloseElement();
                break;
            case CodeBlock code:
                Code(code);
                break;
            case Table table:
                Table(table);
                break;
            case ThematicBreakBlock:
                builder.OpenElement(0, "hr");
                builder.CloseElement();
                break;
            case HtmlBlock html:
                builder.AddContent(0, html.Lines.ToString());
                break;
        }
    }

    private void Heading(HeadingBlock heading)
    {
        var level = Math.Clamp(heading.Level + headingOffset, 1, DeepestHeading);
        builder.OpenElement(0, string.Create(CultureInfo.InvariantCulture, $"h{level}"));
        if (isOwn)
        {
            var id = HeadingId.Of(heading);
            builder.AddAttribute(1, "id", id);
            builder.AddAttribute(2, "class", "heading-link");
            inlines.Write(heading.Inline);
            builder.OpenComponent<HeadingLink>(3);
            builder.AddComponentParameter(4, nameof(HeadingLink.Id), id);
            builder.CloseComponent();
        }
        else
        {
            inlines.Write(heading.Inline);
        }

        builder.CloseElement();
    }

    private void List(ListBlock list)
    {
        builder.OpenElement(0, list.IsOrdered ? "ol" : "ul");
        if (list.IsOrdered && int.TryParse(list.OrderedStart, NumberStyles.None, CultureInfo.InvariantCulture, out var start) && start != 1)
        {
            builder.AddAttribute(1, "start", start);
        }

        foreach (var item in list.OfType<ListItemBlock>())
        {
            builder.OpenElement(2, "li");
            Write(item, !list.IsLoose);
            builder.CloseElement();
        }

        builder.CloseElement();
    }

    private void Code(CodeBlock code)
    {
        var text = code.Lines.ToString();
        var language = (code as FencedCodeBlock)?.Info;
        if (isOwn && language == "drawing" && drawing?.Invoke(text.Trim()) is { } picture)
        {
            builder.AddContent(0, picture);
            return;
        }

        builder.OpenComponent<CodeText>(1);
        builder.AddComponentParameter(2, nameof(CodeText.Text), text);
        builder.AddComponentParameter(3, nameof(CodeText.Language), string.IsNullOrWhiteSpace(language) ? null : language);
        builder.CloseComponent();
    }

    private void Table(Table table)
    {
        // Wide tables scroll inside a box of their own, which the keyboard must reach.
        builder.OpenElement(0, "div");
        builder.AddAttribute(1, "class", "markdown-table");
        builder.AddAttribute(2, "tabindex", "0");
        builder.AddAttribute(3, "role", "region");
        builder.AddAttribute(4, "aria-label", "Table");
        builder.OpenElement(5, "table");
        foreach (var row in table.OfType<TableRow>())
        {
            builder.OpenElement(6, "tr");
            for (var column = 0; column < row.Count; column++)
            {
                Cell(table, row, column);
            }

            builder.CloseElement();
        }

        builder.CloseElement();
        builder.CloseElement();
    }

    private void Cell(Table table, TableRow row, int column)
    {
        builder.OpenElement(0, row.IsHeader ? "th" : "td");
        if (row.IsHeader)
        {
            builder.AddAttribute(1, "scope", "col");
        }

        if (column < table.ColumnDefinitions.Count && table.ColumnDefinitions[column].Alignment == TableColumnAlign.Right)
        {
            builder.AddAttribute(2, "class", "number");
        }

        if (row[column] is TableCell cell)
        {
            Write(cell, tight: true);
        }

        builder.CloseElement();
    }
}
