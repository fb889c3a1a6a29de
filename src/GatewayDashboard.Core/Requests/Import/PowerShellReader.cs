using System.Text;
using System.Text.Json.Nodes;

namespace GatewayDashboard.Core.Requests.Import;

/// <summary>Reads the part of PowerShell that requests are written in: assignments, strings, tables, and one command that sends. Nothing is ever run.</summary>
internal sealed class PowerShellReader
{
    private static readonly string[] s_senders = ["invoke-restmethod", "invoke-webrequest", "irm", "iwr"];
    private readonly string _text;
    private readonly Dictionary<string, object?> _variables = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _ignored = [];
    private string? _written;
    private RawRequest? _request;
    private int _at;

    private PowerShellReader(string text) => _text = text;

    /// <summary>What the first sending command would send, or null where there is none.</summary>
    public static RawRequest? Read(string text)
    {
        var reader = new PowerShellReader(text.ReplaceLineEndings("\n"));
        while (reader.SkipBreaks())
        {
            int before = reader._at;
            reader.Statement();
            reader._at = Math.Max(reader._at, before + 1);
        }

        reader._request?.Ignored.AddRange(reader._ignored);
        return reader._request;
    }

    private void Statement()
    {
        int start = _at;
        if (Here() == '$' && PowerShellText.Name(_text, _at + 1) is { Length: > 0 } name)
        {
            _at += 1 + name.Length;
            Skip();
            if (Here() == '=' && Next() != '=')
            {
                _at++;
                Assign(name);
                return;
            }

            _at = start;
        }

        Pipeline();
        while (_at < _text.Length && Here() is not ('\n' or ';'))
        {
            _at++;
        }
    }

    private void Assign(string name)
    {
        Skip();
        object? value = Pipeline();
        if (name.StartsWith("env:", StringComparison.OrdinalIgnoreCase))
        {
            _ignored.Add($"the value of {name}");
        }
        else
        {
            _variables[name] = value;
        }
    }

    private object? Pipeline()
    {
        object? value = char.IsAsciiLetter(Here()) || Here() == '&' ? Command() : Sum();
        Skip();
        while (Here() == '|')
        {
            _at++;
            Skip();
            string command = Bare();
            // ConvertTo-Json turns the table before it into text; whatever else follows comes after the answer.
            value = command.Equals("ConvertTo-Json", StringComparison.OrdinalIgnoreCase) && value is JsonNode node ? JsonText.Compact(node) : value;
            while (_at < _text.Length && Here() is not ('\n' or ';' or '|' or ')' or '}'))
            {
                _at++;
            }
        }

        return value;
    }

    private object? Command()
    {
        if (Here() == '&')
        {
            _at++;
            Skip();
        }

        string command = Bare();
        if (_request is null && ShellCommand.IsCurl(command))
        {
            List<string> words = [];
            for (Skip(); !AtEnd(); Skip())
            {
                words.Add(Word());
            }

            _request = CurlArguments.Read(new ShellCommand(words, _written, []));
        }
        else if (_request is null && s_senders.Contains(command.ToLowerInvariant()))
        {
            _request = new RawRequest();
            Parameters(_request);
        }
        else
        {
            _ignored.Add($"the command \"{command}\"");
            while (!AtEnd())
            {
                _at++;
            }
        }

        return null;
    }

    private void Parameters(RawRequest request)
    {
        for (Skip(); !AtEnd(); Skip())
        {
            if (Here() != '-')
            {
                request.Url ??= Marked.Plain(Word());
                continue;
            }

            string name = Bare().TrimStart('-').TrimEnd(':').ToLowerInvariant();
            Skip();
            object? value = name is "usebasicparsing" or "skipcertificatecheck" || AtEnd() || Here() == '-' ? null : Term();
            switch (name)
            {
                case "uri":
                    request.Url = TextOf(value);
                    break;
                case "method":
                    request.Method = TextOf(value);
                    break;
                case "body":
                    request.Body = TextOf(value);
                    break;
                case "contenttype":
                    request.Headers.Add(new("Content-Type", TextOf(value)));
                    break;
                case "headers" when value is JsonObject headers:
                    request.Headers.AddRange(headers.Select(header => KeyValuePair.Create(header.Key, TextOf(header.Value))));
                    break;
                case "token" or "credential" or "certificate" or "proxycredential" or "websession":
                    request.Dropped.Add($"-{name}");
                    break;
                default:
                    request.Ignored.Add($"-{name}");
                    break;
            }
        }
    }

    private object? Sum()
    {
        object? value = Term();
        Skip();
        while (Here() is '+' or ',')
        {
            bool list = Here() == ',';
            _at++;
            SkipBreaks();
            object? right = Term();
            value = list
                ? new JsonArray([.. (value as JsonArray ?? [NodeOf(value)]).Select(item => item?.DeepClone()), NodeOf(right)])
                : TextOf(value) + TextOf(right);
            Skip();
        }

        return value;
    }

    private object? Term()
    {
        object? value = First();
        // .FullName and the like change nothing that matters here; a method's argument does.
        while (Here() == '.' && char.IsAsciiLetter(Next()) || (Here() == ':' && Next() == ':'))
        {
            _at += Here() == ':' ? 2 : 1;
            string member = Marked.NameAt(_text, _at);
            _at += member.Length;
            if (Here() == '(')
            {
                List<object?> arguments = Arguments('(', ')');
                value = arguments.Count > 0 ? arguments[^1] : value;
                _written = member.StartsWith("WriteAll", StringComparison.OrdinalIgnoreCase) ? TextOf(value) : _written;
            }
        }

        return value;
    }

    private object? First()
    {
        char c = Here();
        if (PowerShellText.IsSingle(c) || PowerShellText.IsDouble(c) || PowerShellText.IsHere(_text, _at))
        {
            _at = PowerShellText.Read(_text, _at, Variable, out string text);
            return text;
        }

        switch (c)
        {
            case '@' when Next() == '{':
                return Table();
            case '@' when Next() == '(':
                _at++;
                return new JsonArray([.. Arguments('(', ')').Select(NodeOf)]);
            case '(':
                return Arguments('(', ')') is [.., var last] ? last : null;
            case '[':
                _at = _text.IndexOf(']', _at) is var end && end < 0 ? _text.Length : end + 1;
                return Here() is '@' or '(' ? First() : null;
            case '$':
                string name = PowerShellText.Name(_text, _at + 1);
                _at += 1 + name.Length;
                return name.ToLowerInvariant() switch
                {
                    "true" => JsonValue.Create(true),
                    "false" => JsonValue.Create(false),
                    _ when name.StartsWith("env:", StringComparison.OrdinalIgnoreCase) => Variable(name),
                    _ => _variables.GetValueOrDefault(name),
                };
            default:
                string bare = Bare();
                return DraftJson.Read($$"""{"v":{{bare}}}""").Body?["v"]?.DeepClone() is JsonValue number ? number : bare;
        }
    }

    private JsonObject Table()
    {
        JsonObject table = [];
        _at += 2;
        while (SkipBreaks() && Here() != '}')
        {
            int before = _at;
            string key = char.IsAsciiLetter(Here()) || Here() == '_' ? Bare("=") : TextOf(First());
            Skip();
            if (Here() == '=')
            {
                _at++;
                Skip();
                table[key] = NodeOf(Pipeline());
            }

            _at = Math.Max(_at, before + 1);
        }

        _at++;
        return table;
    }

    private List<object?> Arguments(char open, char close)
    {
        List<object?> values = [];
        _at += Here() == open ? 1 : 0;
        while (SkipBreaks() && Here() != close)
        {
            int before = _at;
            if (Here() == ',')
            {
                _at++;
                continue;
            }

            object? value = Term();
            for (Skip(); Here() == '+'; Skip())
            {
                _at++;
                SkipBreaks();
                value = TextOf(value) + TextOf(Term());
            }

            values.Add(value);
            _at = Math.Max(_at, before + 1);
        }

        _at++;
        return values;
    }

    private string Word() => Here() is '$' or '(' or '@' or '\'' or '"' || PowerShellText.IsSingle(Here()) || PowerShellText.IsDouble(Here()) ? TextOf(Term()) : Bare();

    private string Bare(string stops = "")
    {
        StringBuilder word = new();
        while (_at < _text.Length && !char.IsWhiteSpace(Here()) && Here() is not (';' or '|' or ')' or '}' or ',' or '(') && !stops.Contains(Here(), StringComparison.Ordinal))
        {
            word.Append(_text[_at++]);
        }

        return word.ToString();
    }

    private string? Variable(string name) =>
        name.StartsWith("env:", StringComparison.OrdinalIgnoreCase) ? Marked.Variable(name[4..]) : _variables.TryGetValue(name, out object? value) ? TextOf(value) : null;

    private char Here() => _at < _text.Length ? _text[_at] : '\0';

    private char Next() => _at + 1 < _text.Length ? _text[_at + 1] : '\0';

    private bool AtEnd() => _at >= _text.Length || Here() is '\n' or ';' or '|' or ')' or '}';

    private void Skip()
    {
        while (Here() is ' ' or '\t' || (Here() == '`' && Next() == '\n'))
        {
            _at += Here() == '`' ? 2 : 1;
        }
    }

    private bool SkipBreaks()
    {
        for (Skip(); Here() is '\n' or ';' or '#'; Skip())
        {
            _at = Here() == '#' && _text.IndexOf('\n', _at) is var end ? (end < 0 ? _text.Length : end) : _at + 1;
        }

        return _at < _text.Length;
    }

    private static string TextOf(object? value) => value switch
    {
        null => "",
        string text => text,
        JsonValue json when json.GetValueKind() == System.Text.Json.JsonValueKind.String => json.GetValue<string>(),
        JsonNode node => JsonText.Compact(node),
        _ => value.ToString() ?? "",
    };

    private static JsonNode? NodeOf(object? value) => value switch
    {
        JsonNode node => node.DeepClone(),
        string text => JsonValue.Create(text),
        _ => null,
    };
}
