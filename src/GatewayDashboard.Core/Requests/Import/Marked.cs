using System.Text;
using System.Text.RegularExpressions;

namespace GatewayDashboard.Core.Requests.Import;

/// <summary>Text in which references to environment variables are kept apart from letters that only look like one.</summary>
internal static partial class Marked
{
    private const char Open = '\ufdd0';
    private const char Close = '\ufdd1';

    public static string Variable(string name) => $"{Open}{name}{Close}";

    /// <summary>The text with variables written as a shell would.</summary>
    public static string Plain(string text) => Reference().Replace(text, "$$$1");

    public static bool HasVariable(string text) => text.Contains(Open, StringComparison.Ordinal);

    /// <summary>A header's value: literal text and at most one variable, which must stand last.</summary>
    public static (string Text, string? Variable) Split(string text)
    {
        Match match = Reference().Match(text);
        return match.Success && match.Index + match.Length == text.Length ? (text[..match.Index], match.Groups[1].Value) : (Plain(text), null);
    }

    [GeneratedRegex("\ufdd0([A-Za-z_][A-Za-z0-9_]*)\ufdd1")]
    private static partial Regex Reference();

    /// <summary>Takes a name such as <c>KEY</c> from <paramref name="at"/> on; empty where none stands there.</summary>
    public static string NameAt(string text, int at)
    {
        StringBuilder name = new();
        while (at < text.Length && (char.IsAsciiLetter(text[at]) || text[at] == '_' || (name.Length > 0 && char.IsAsciiDigit(text[at]))))
        {
            name.Append(text[at++]);
        }

        return name.ToString();
    }
}
