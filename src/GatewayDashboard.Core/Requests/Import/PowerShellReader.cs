using System.Text;
using System.Text.Json.Nodes;

namespace GatewayDashboard.Core.Requests.Import;

/// <summary>Reads the part of PowerShell that requests are written in: assignments, strings, tables, and one command that sends. Nothing is ever run.</summary>
internal sealed partial class PowerShellReader
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
}
