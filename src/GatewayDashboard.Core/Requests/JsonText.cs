using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace GatewayDashboard.Core.Requests;

/// <summary>Writes JSON as people write it: letters and emoji as they are, numbers as they were typed, no raw line break or control character inside a string.</summary>
public static class JsonText
{
    /// <summary>On lines of their own, indented by two spaces; short arrays of plain values stay on one line.</summary>
    public static string Indented(JsonNode? node)
    {
        StringBuilder text = new();
        Write(text, node, 0, static _ => false);
        return text.ToString();
    }

    /// <summary>On one line, with further characters of strings written as <c>\u</c> escapes.</summary>
    /// <param name="node">What to write.</param>
    /// <param name="escape">Which characters to escape beyond those JSON demands; null for none.</param>
    public static string Compact(JsonNode? node, Func<char, bool>? escape = null)
    {
        StringBuilder text = new();
        Write(text, node, -1, escape ?? (static _ => false));
        return text.ToString();
    }

    /// <summary>One string with its quotes.</summary>
    /// <param name="value">The text.</param>
    /// <param name="escape">Which characters to escape beyond those JSON demands.</param>
    public static string Quoted(string value, Func<char, bool>? escape = null)
    {
        StringBuilder text = new();
        WriteString(text, value, escape ?? (static _ => false));
        return text.ToString();
    }

    private static void Write(StringBuilder text, JsonNode? node, int depth, Func<char, bool> escape)
    {
        switch (node)
        {
            case null:
                text.Append("null");
                break;
            case JsonObject { Count: 0 }:
                text.Append("{}");
                break;
            case JsonObject members:
                text.Append('{');
                WriteItems(text, members, depth, (member, inner) =>
                {
                    WriteString(text, member.Key, escape);
                    text.Append(depth < 0 ? ":" : ": ");
                    Write(text, member.Value, inner, escape);
                });
                text.Append('}');
                break;
            case JsonArray items when depth >= 0 && items.Count <= 8 && items.All(item => item is JsonValue value && value.ToJsonString().Length <= 20):
                text.Append('[').AppendJoin(", ", items.Select(item => Compact(item, escape))).Append(']');
                break;
            case JsonArray items:
                text.Append('[');
                WriteItems(text, items, depth, (item, inner) => Write(text, item, inner, escape));
                text.Append(']');
                break;
            case JsonValue value when value.GetValueKind() == JsonValueKind.String:
                WriteString(text, value.GetValue<string>(), escape);
                break;
            default:
                text.Append(node.ToJsonString());
                break;
        }
    }

    private static void WriteItems<T>(StringBuilder text, IEnumerable<T> items, int depth, Action<T, int> write)
    {
        int inner = depth < 0 ? depth : depth + 1;
        bool first = true;
        foreach (T item in items)
        {
            text.Append(first ? "" : ",");
            NewLine(text, inner);
            write(item, inner);
            first = false;
        }

        NewLine(text, depth);
    }

    private static void NewLine(StringBuilder text, int depth)
    {
        if (depth >= 0)
        {
            text.Append('\n').Append(' ', depth * 2);
        }
    }

    private static void WriteString(StringBuilder text, string value, Func<char, bool> escape)
    {
        text.Append('"');
        foreach (char c in value)
        {
            _ = c switch
            {
                _ when escape(c) => text.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
                '"' => text.Append("\\\""),
                '\\' => text.Append("\\\\"),
                '\n' => text.Append("\\n"),
                '\r' => text.Append("\\r"),
                '\t' => text.Append("\\t"),
                // Line and paragraph separators end a line in some languages the text is pasted into; the byte order mark is dropped by some editors.
                < ' ' or '\u007f' or '\u0085' or '\u2028' or '\u2029' or '\ufeff' => text.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
                _ => text.Append(c),
            };
        }

        text.Append('"');
    }
}
