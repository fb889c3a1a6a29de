using System.Globalization;
using System.Text;

namespace GatewayDashboard.Theming;

/// <summary>How a gateway is drawn everywhere: a fixed colour, a marker shape and a dash pattern, so that colour never carries meaning alone.</summary>
/// <param name="Slot">Index of the palette entry; <c>--gateway-N</c> is its CSS variable in both themes.</param>
/// <param name="Shape">The marker: circle, triangle, square, diamond, star, sparkle or rect: closed shapes only, because open ones vanish in a chart without strokes.</param>
/// <param name="Dash">Dash length in px of a line; 0 is a solid line.</param>
public sealed record GatewayLook(int Slot, string Shape, int Dash)
{
    // Okabe and Ito's colours: darkened for white where the original is under 3:1, blue lightened for dark.
    private static readonly string[] Light = ["#0072b2", "#d55e00", "#00805d", "#a8558a", "#a06900", "#2277ab", "#6b6b6b"];
    private static readonly string[] Dark = ["#4da3d9", "#ee7733", "#22b38a", "#d68ab4", "#e69f00", "#7cc4ee", "#a3a3a3"];
    private static readonly string[] Shapes = ["circle", "diamond", "triangle", "sparkle", "square", "star", "rect"];
    private static readonly int[] Dashes = [0, 6, 3, 8, 2, 10, 4];

    // The article's five gateways come first, so that they never share a look.
    private static readonly string[] Known = ["openrouter", "together", "groq", "aimlapi", "sambanova", "baseten"];

    /// <summary>The marker as a character for text and tables.</summary>
    public string Glyph => Shape switch
    {
        "circle" => "●",
        "diamond" => "◆",
        "triangle" => "▲",
        "sparkle" => "✦",
        "square" => "■",
        "star" => "★",
        _ => "▬",
    };

    /// <summary>The colour as a CSS value that follows the theme.</summary>
    public string Colour => $"var(--gateway-{Slot.ToString(CultureInfo.InvariantCulture)})";

    /// <summary>The look of a gateway by its id; those beyond the palette are grey and keep a shape and a dash by their name.</summary>
    public static GatewayLook Of(string gatewayId)
    {
        var known = Array.IndexOf(Known, gatewayId);
        if (known >= 0)
        {
            return new GatewayLook(known, Shapes[known], Dashes[known]);
        }

        // A sum of characters and not GetHashCode, which differs from process to process.
        var other = gatewayId.Sum(letter => letter) % Shapes.Length;
        return new GatewayLook(Light.Length - 1, Shapes[other], Dashes[other]);
    }

    /// <summary>The palette of one theme as CSS custom properties.</summary>
    public static string Variables(bool dark)
    {
        var css = new StringBuilder();
        var palette = dark ? Dark : Light;
        for (var slot = 0; slot < palette.Length; slot++)
        {
            css.Append(CultureInfo.InvariantCulture, $"--gateway-{slot}:{palette[slot]};");
        }

        return css.ToString();
    }

    /// <summary>The colours of one theme, in slot order, for the contrast test.</summary>
    public static IReadOnlyList<string> Palette(bool dark) => dark ? Dark : Light;
}
