using System.Globalization;

namespace GatewayDashboard.Core.Secrets;

/// <summary>Tells early what no gateway would take as a key, so that the mistake shows beside the field.</summary>
public static class KeyText
{
    /// <summary>Shortest key taken, characters.</summary>
    public const int Shortest = 6;

    /// <summary>Longest key taken, characters: one header line stays below what servers take.</summary>
    public const int Longest = 2_048;

    /// <summary>What is wrong with a key as entered, or null where it can be tried. White space around it is not a fault.</summary>
    public static string? Problem(string? entered)
    {
        string text = entered?.Trim() ?? "";
        if (text.Length == 0)
        {
            return "The key is empty.";
        }

        if (text.AsSpan().IndexOfAny('\r', '\n') >= 0)
        {
            return "The key has a line break in it. Paste one key alone.";
        }

        if (text.AsSpan().IndexOfAnyExceptInRange('!', '~') is >= 0 and var at)
        {
            return text[at] is ' ' or '\t'
                ? "The key has a space in it. Paste the key alone, without \"Bearer\" before it."
                : $"The key has a character that cannot be sent in a header (number {at + 1}). Copy it again from the vendor's page.";
        }

        return text.Length switch
        {
            < Shortest => $"The key has {text.Length} characters, too few to be one.",
            > Longest => string.Create(CultureInfo.InvariantCulture, $"The key has {text.Length:N0} characters; no more than {Longest:N0} are taken."),
            _ => null,
        };
    }
}
