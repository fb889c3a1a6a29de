using System.Text;

namespace GatewayDashboard.Core.Requests.Import;

/// <summary>Takes text apart as the Windows command prompt and then a Windows program do: carets and percent signs first, quotes and backslashes after.</summary>
internal static class CmdReader
{
    /// <summary>The first curl command, or null where there is none.</summary>
    public static ShellCommand? Read(string text)
    {
        List<string> ignored = [];
        ShellCommand? found = null;
        foreach (string line in Lines(text.ReplaceLineEndings("\n")))
        {
            List<string> words = Words(line);
            if (words.Count == 0)
            {
                continue;
            }

            if (found is null && ShellCommand.IsCurl(words[0]))
            {
                found = new ShellCommand(words[1..], null, ignored);
            }
            else
            {
                ignored.Add($"the command \"{words[0]}\"");
            }
        }

        return found;
    }

    private static IEnumerable<string> Lines(string text)
    {
        StringBuilder line = new();
        bool quoted = false;
        for (int at = 0; at < text.Length; at++)
        {
            char c = text[at];
            if (c == '^' && !quoted && at + 1 < text.Length)
            {
                // A caret takes a line break away and the character after it as it is.
                at += text[at + 1] == '\n' ? 2 : 1;
                if (at < text.Length)
                {
                    at += Percent(text, at, line);
                }
            }
            else if (c == '\n' || (c is '&' or '|' or '>' && !quoted))
            {
                yield return line.ToString();
                line.Clear();
                quoted = false;
            }
            else
            {
                quoted ^= c == '"';
                at += Percent(text, at, line);
            }
        }

        yield return line.ToString();
    }

    // Appends what stands here and returns how many characters more than one it took.
    private static int Percent(string text, int at, StringBuilder line)
    {
        if (text[at] == '%')
        {
            string name = Marked.NameAt(text, at + 1);
            if (name.Length > 0 && at + 1 + name.Length < text.Length && text[at + 1 + name.Length] == '%')
            {
                line.Append(Marked.Variable(name));
                return name.Length + 1;
            }

            if (at + 1 < text.Length && text[at + 1] == '%')
            {
                line.Append('%');
                return 1;
            }
        }

        line.Append(text[at]);
        return 0;
    }

    private static List<string> Words(string line)
    {
        List<string> words = [];
        StringBuilder? word = null;
        bool quoted = false;
        for (int at = 0; at < line.Length; at++)
        {
            char c = line[at];
            if (c == '\\')
            {
                int slashes = 1;
                while (at + slashes < line.Length && line[at + slashes] == '\\')
                {
                    slashes++;
                }

                bool quote = at + slashes < line.Length && line[at + slashes] == '"';
                (word ??= new StringBuilder()).Append('\\', quote ? slashes / 2 : slashes);
                at += slashes - 1;
                if (quote && slashes % 2 == 1)
                {
                    word.Append('"');
                    at++;
                }
            }
            else if (c == '"')
            {
                quoted = !quoted;
                word ??= new StringBuilder();
            }
            else if (c is ' ' or '\t' && !quoted)
            {
                if (word is not null)
                {
                    words.Add(word.ToString());
                    word = null;
                }
            }
            else
            {
                (word ??= new StringBuilder()).Append(c);
            }
        }

        if (word is not null)
        {
            words.Add(word.ToString());
        }

        return words;
    }
}
