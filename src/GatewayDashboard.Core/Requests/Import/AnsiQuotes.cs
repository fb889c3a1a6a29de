using System.Globalization;
using System.Text;

namespace GatewayDashboard.Core.Requests.Import;

/// <summary>The escapes of <c>$'…'</c>, which browsers use when they copy a request as curl.</summary>
internal static class AnsiQuotes
{
    /// <summary>Reads from after the opening quote, appends the text and returns the place after the closing one. Bytes from <c>\xHH</c> and octal are UTF-8, as a shell would send them.</summary>
    public static int Read(string text, int at, StringBuilder word)
    {
        List<byte> bytes = [];
        while (at < text.Length && text[at] != '\'')
        {
            if (text[at] != '\\' || at + 1 == text.Length)
            {
                int length = char.IsHighSurrogate(text[at]) && at + 1 < text.Length ? 2 : 1;
                bytes.AddRange(Encoding.UTF8.GetBytes(text.Substring(at, length)));
                at += length;
                continue;
            }

            at = Escape(text, at + 1, bytes);
        }

        word.Append(Encoding.UTF8.GetString([.. bytes]));
        return at + 1;
    }

    private static int Escape(string text, int at, List<byte> bytes)
    {
        char c = text[at];
        int? simple = c switch
        {
            'n' => '\n', 't' => '\t', 'r' => '\r', 'a' => 7, 'b' => 8, 'e' or 'E' => 27, 'f' => 12, 'v' => 11,
            '\\' or '\'' or '"' or '?' => c,
            _ => null,
        };
        if (simple is { } code)
        {
            bytes.Add((byte)code);
            return at + 1;
        }

        return c switch
        {
            'x' => Number(text, at, at + 1, 2, 16, bytes, false),
            'u' => Number(text, at, at + 1, 4, 16, bytes, true),
            'U' => Number(text, at, at + 1, 8, 16, bytes, true),
            >= '0' and <= '7' => Number(text, at, at, 3, 8, bytes, false),
            _ => Literal(text, at, bytes),
        };
    }

    private static int Number(string text, int escape, int from, int most, int radix, List<byte> bytes, bool codePoint)
    {
        int to = from;
        while (to < text.Length && to - from < most && (radix == 16 ? char.IsAsciiHexDigit(text[to]) : text[to] is >= '0' and <= '7'))
        {
            to++;
        }

        if (to == from)
        {
            return Literal(text, escape, bytes);
        }

        string digits = text[from..to];
        long value = radix == 16 ? long.Parse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture) : Convert.ToInt64(digits, 8);
        if (!codePoint)
        {
            bytes.Add((byte)value);
            return to;
        }

        // A browser writes an emoji as two halves, \ud83d\ude42; they are one character only together.
        if (value is >= 0xd800 and < 0xdc00 && to + 6 <= text.Length && text[to] == '\\' && text[to + 1] == 'u'
            && int.TryParse(text.AsSpan(to + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out int low) && low is >= 0xdc00 and < 0xe000)
        {
            value = char.ConvertToUtf32((char)value, (char)low);
            to += 6;
        }

        bytes.AddRange(Encoding.UTF8.GetBytes(Rune.IsValid((int)Math.Min(value, int.MaxValue)) ? char.ConvertFromUtf32((int)value) : "\ufffd"));
        return to;
    }

    private static int Literal(string text, int at, List<byte> bytes)
    {
        bytes.Add((byte)'\\');
        bytes.AddRange(Encoding.UTF8.GetBytes([text[at]]));
        return at + 1;
    }
}
