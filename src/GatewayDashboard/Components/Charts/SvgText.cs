using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace GatewayDashboard.Components.Charts;

/// <summary>A <c>text</c> element of SVG; Razor keeps that tag's name for itself.</summary>
public sealed class SvgText : ComponentBase
{
    /// <summary>Position along, with or without a unit.</summary>
    [Parameter, EditorRequired] public string X { get; set; } = "0";

    /// <summary>Position down, in px.</summary>
    [Parameter, EditorRequired] public int Y { get; set; }

    /// <summary>CSS class.</summary>
    [Parameter] public string? Class { get; set; }

    /// <summary><c>start</c>, <c>middle</c> or <c>end</c>.</summary>
    [Parameter] public string Anchor { get; set; } = "start";

    /// <summary>What is written.</summary>
    [Parameter, EditorRequired] public string Value { get; set; } = string.Empty;

    /// <inheritdoc />
    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        builder.OpenElement(0, "text");
        builder.AddAttribute(1, "class", Class);
        builder.AddAttribute(2, "x", X);
        builder.AddAttribute(3, "y", Y);
        builder.AddAttribute(4, "text-anchor", Anchor);
        builder.AddContent(5, Value);
        builder.CloseElement();
    }
}
