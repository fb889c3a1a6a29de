using System.Text;

namespace GatewayDashboard.Core.Requests.Import;

/// <summary>Takes text apart as bash does: three kinds of quotes, line continuations, comments, here-documents. Nothing is ever run.</summary>
internal sealed class BashReader
{
    private readonly string _text;
    private readonly List<List<string>> _commands = [[]];
    private readonly List<string> _ignored = [];
    private readonly Queue<(string Word, bool Quoted, bool Tabs)> _awaited = new();
    private StringBuilder? _word;
    private string? _input;
    private int _at;

    private BashReader(string text) => _text = text;

    /// <summary>The first curl command, or null where there is none.</summary>
    public static ShellCommand? Read(string text)
    {
        var reader = new BashReader(text.ReplaceLineEndings("\n"));
        reader.Run();
        List<string>? curl = null;
        foreach (List<string> words in reader._commands.Where(words => words.Count > 0))
        {
            int start = words.FindIndex(word => !IsAssignment(word) && word is not "$" and not "time");
            if (curl is null && start >= 0 && ShellCommand.IsCurl(words[start]))
            {
                curl = words[(start + 1)..];
            }
            else
            {
                // The value of an assignment may be a key: only its name is told.
                string told = words.Count > 1 && words[0] == "export" ? $"export {words[1].Split('=')[0]}" : words[0].Split('=')[0];
                reader._ignored.Add($"the command \"{Marked.Plain(told)}\"");
            }
        }

        return curl is null ? null : new ShellCommand(curl, reader._input, reader._ignored);
    }

    private static bool IsAssignment(string word) => word.IndexOf('=', StringComparison.Ordinal) > 0 && Marked.NameAt(word, 0).Length == word.IndexOf('=', StringComparison.Ordinal);

    private void Run()
    {
        while (_at < _text.Length)
        {
            char c = _text[_at];
            char next = _at + 1 < _text.Length ? _text[_at + 1] : '\0';
            switch (c)
            {
                case '\\' when next == '\n':
                    _at += 2;
                    break;
                case '\\':
                    Add(next);
                    _at += 2;
                    break;
                case '\'':
                    Single();
                    break;
                case '"':
                    _at++;
                    Double('"');
                    break;
                case '$' when next == '\'':
                    _word ??= new StringBuilder();
                    _at = AnsiQuotes.Read(_text, _at + 2, _word);
                    break;
                case '$':
                    Dollar();
                    break;
                case '#' when _word is null:
                    _at = EndOfLine();
                    break;
                case '\n':
                    EndCommand();
                    _at++;
                    HereDocuments();
                    break;
                case ' ' or '\t':
                    EndWord();
                    _at++;
                    break;
                case '<' when next == '<':
                    HereWord();
                    break;
                case ';' or '&' or '|':
                    EndCommand();
                    _at += next == c ? 2 : 1;
                    break;
                case '<' or '>':
                    Redirect();
                    break;
                default:
                    Add(c);
                    _at++;
                    break;
            }
        }

        EndCommand();
    }

    private void Add(char c) => (_word ??= new StringBuilder()).Append(c);

    private void EndWord()
    {
        if (_word is not null)
        {
            _commands[^1].Add(_word.ToString());
            _word = null;
        }
    }

    private void EndCommand()
    {
        EndWord();
        _commands.Add([]);
    }

    private int EndOfLine() => _text.IndexOf('\n', _at) is var end && end < 0 ? _text.Length : end;

    private void Single()
    {
        int end = _text.IndexOf('\'', _at + 1);
        end = end < 0 ? _text.Length : end;
        (_word ??= new StringBuilder()).Append(_text, _at + 1, end - _at - 1);
        _at = end + 1;
    }

    // Also reads the body of an unquoted here-document, which has no closing quote.
    private void Double(char close)
    {
        _word ??= new StringBuilder();
        while (_at < _text.Length && _text[_at] != close)
        {
            char c = _text[_at];
            char next = _at + 1 < _text.Length ? _text[_at + 1] : '\0';
            if (c == '\\' && next is '"' or '\\' or '$' or '`' or '\n')
            {
                _word.Append(next == '\n' ? "" : next);
                _at += 2;
            }
            else if (c == '$')
            {
                Dollar();
            }
            else
            {
                _word.Append(c);
                _at++;
            }
        }

        _at++;
    }

    private void Dollar()
    {
        bool braces = _at + 1 < _text.Length && _text[_at + 1] == '{';
        string name = Marked.NameAt(_text, _at + (braces ? 2 : 1));
        int end = _at + 1 + name.Length + (braces ? 1 : 0);
        if (name.Length == 0)
        {
            Add('$');
            _at++;
            return;
        }

        // ${NAME:-default} and the like: the default may be a key and is dropped.
        end = braces ? _text.IndexOf('}', end) is var close && close < 0 ? _text.Length : close + 1 : end;
        (_word ??= new StringBuilder()).Append(Marked.Variable(name));
        _at = end;
    }

    private void Redirect()
    {
        EndWord();
        int from = _at;
        while (_at < _text.Length && _text[_at] is not ('\n' or ';' or '|'))
        {
            _at++;
        }

        _ignored.Add($"the redirection {_text[from.._at].Trim()}");
    }

    private void HereWord()
    {
        EndWord();
        _at += 2;
        bool tabs = _at < _text.Length && _text[_at] == '-';
        _at += tabs ? 1 : 0;
        while (_at < _text.Length && _text[_at] is ' ' or '\t')
        {
            _at++;
        }

        int from = _at;
        while (_at < _text.Length && !char.IsWhiteSpace(_text[_at]) && _text[_at] is not ('|' or ';' or '&'))
        {
            _at++;
        }

        string word = _text[from.._at];
        string bare = word.Trim('\'', '"', '\\');
        _awaited.Enqueue((bare, bare.Length != word.Length, tabs));
    }

    private void HereDocuments()
    {
        while (_awaited.TryDequeue(out (string Word, bool Quoted, bool Tabs) awaited))
        {
            StringBuilder body = new();
            while (_at < _text.Length)
            {
                int end = EndOfLine();
                string line = _text[_at..end];
                _at = Math.Min(end + 1, _text.Length);
                line = awaited.Tabs ? line.TrimStart('\t') : line;
                if (line == awaited.Word)
                {
                    break;
                }

                body.Append(line).Append('\n');
            }

            _input = awaited.Quoted ? body.ToString() : Expanded(body.ToString());
        }
    }

    private static string Expanded(string body)
    {
        var reader = new BashReader(body);
        reader.Double('\0');
        return reader._word!.ToString();
    }
}
