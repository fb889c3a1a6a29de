using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace GatewayDashboard.Core.Completions;

/// <summary>JSON strings as gateways really send them: halves of surrogate pairs, which belong to the next event's text, and bytes that are no UTF-8.</summary>
internal static class JsonText
{
    private const int StackChars = 512;

    /// <summary>The text of a string token. A lone surrogate stays, so that a pair split over two events joins again; bad bytes become U+FFFD.</summary>
    public static string Read(ref Utf8JsonReader reader, out bool valid)
    {
        var raw = reader.ValueSpan;
        valid = Utf8.IsValid(raw);
        if (!reader.ValueIsEscaped)
        {
            return Encoding.UTF8.GetString(raw);
        }

        if (!valid || raw.Length > StackChars)
        {
            return Unescape(Encoding.UTF8.GetString(raw));
        }

        try
        {
            Span<char> chars = stackalloc char[StackChars];
            return new string(chars[..reader.CopyString(chars)]);
        }
        catch (InvalidOperationException)
        {
            return Unescape(Encoding.UTF8.GetString(raw));
        }
    }

    /// <summary>Replaces surrogates that never found their other half, so that what is stored is valid text.</summary>
    public static string Mend(string text)
    {
        if (!HasLoneSurrogate(text))
        {
            return text;
        }

        return string.Concat(text.EnumerateRunes().Select(rune => rune.ToString()));
    }

    private static bool HasLoneSurrogate(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i]))
            {
                continue;
            }

            if (i + 1 == text.Length || !char.IsSurrogatePair(text[i], text[i + 1]))
            {
                return true;
            }

            i++;
        }

        return false;
    }

    // The reader has checked the grammar already: every backslash is followed by a valid escape.
    private static string Unescape(string raw)
    {
        var text = new StringBuilder(raw.Length);
        for (var i = 0; i < raw.Length; i++)
        {
            if (raw[i] != '\\')
            {
                text.Append(raw[i]);
                continue;
            }

            var escape = raw[++i];
            if (escape == 'u')
            {
                text.Append((char)ushort.Parse(raw.AsSpan(i + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
                i += 4;
            }
            else
            {
                text.Append(escape switch { 'n' => '\n', 'r' => '\r', 't' => '\t', 'b' => '\b', 'f' => '\f', _ => escape });
            }
        }

        return text.ToString();
    }
}
