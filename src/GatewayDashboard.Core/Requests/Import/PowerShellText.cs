using System.Text;

namespace GatewayDashboard.Core.Requests.Import;

/// <summary>Reads PowerShell's strings. Typographic quotes count as straight ones there, so they do here.</summary>
internal static class PowerShellText
{
    public static bool IsSingle(char c) => c is '\'' or '\u2018' or '\u2019' or '\u201a' or '\u201b';

    public static bool IsDouble(char c) => c is '"' or '\u201c' or '\u201d' or '\u201e';

    /// <summary>Whether a here-string starts at this place.</summary>
    public static bool IsHere(string text, int at) => at + 1 < text.Length && text[at] == '@' && (IsSingle(text[at + 1]) || IsDouble(text[at + 1]));

    /// <summary>Reads the string at this place and returns the place after it.</summary>
    public static int Read(string text, int at, Func<string, string?> variable, out string value)
    {
        if (IsHere(text, at))
        {
            return Here(text, at, variable, out value);
        }

        StringBuilder result = new();
        bool single = IsSingle(text[at++]);
        while (at < text.Length)
        {
            char c = text[at];
            bool closes = single ? IsSingle(c) : IsDouble(c);
            if (closes && at + 1 < text.Length && (single ? IsSingle(text[at + 1]) : IsDouble(text[at + 1])))
            {
                result.Append(c);
                at += 2;
            }
            else if (closes)
            {
                at++;
                break;
            }
            else
            {
                at = single ? Plain(result, c, at) : Expand(text, at, variable, result);
            }
        }

        value = result.ToString();
        return at;
    }

    private static int Here(string text, int at, Func<string, string?> variable, out string value)
    {
        bool single = IsSingle(text[at + 1]);
        int from = text.IndexOf('\n', at) + 1;
        int end = from == 0 ? text.Length : from - 1;
        // The end is a quote and an at sign at the start of a line.
        while ((end = text.IndexOf('\n', end)) >= 0 && !(end + 2 < text.Length && text[end + 2] == '@' && (single ? IsSingle(text[end + 1]) : IsDouble(text[end + 1]))))
        {
            end++;
        }

        string inner = end < from ? "" : text[from..end];
        if (!single)
        {
            StringBuilder result = new();
            int place = 0;
            while (place < inner.Length)
            {
                place = Expand(inner, place, variable, result);
            }

            inner = result.ToString();
        }

        value = inner;
        return end < 0 ? text.Length : end + 3;
    }

    private static int Plain(StringBuilder result, char c, int at)
    {
        result.Append(c);
        return at + 1;
    }

    private static int Expand(string text, int at, Func<string, string?> variable, StringBuilder result)
    {
        char c = text[at];
        char next = at + 1 < text.Length ? text[at + 1] : '\0';
        if (c == '`')
        {
            result.Append(next switch { 'n' => "\n", 't' => "\t", 'r' => "\r", '0' => "\0", 'a' => "\a", 'b' => "\b", 'f' => "\f", 'v' => "\v", 'e' => "\u001b", _ => next.ToString() });
            return at + 2;
        }

        if (c != '$')
        {
            return Plain(result, c, at);
        }

        int start = at + (next == '(' ? 2 : 1);
        start += next == '{' ? 1 : 0;
        start += next == '(' && start < text.Length && text[start] == '$' ? 1 : 0;
        string name = Name(text, start);
        if (name.Length == 0)
        {
            return Plain(result, c, at);
        }

        result.Append(variable(name) ?? $"${name}");
        int end = start + name.Length;
        return next switch { '{' => Math.Max(end, text.IndexOf('}', end) + 1), '(' => Math.Max(end, text.IndexOf(')', end) + 1), _ => end };
    }

    /// <summary>A variable's name, with its <c>env:</c> where it has one.</summary>
    public static string Name(string text, int at)
    {
        string name = Marked.NameAt(text, at);
        int end = at + name.Length;
        return name.Equals("env", StringComparison.OrdinalIgnoreCase) && end < text.Length && text[end] == ':' ? $"env:{Marked.NameAt(text, end + 1)}" : name;
    }
}
