using System.Text.Json.Nodes;

namespace GatewayDashboard.Core.Requests.Import;

/// <content>Values: strings, numbers, tables, lists, sums and the few methods that hand their argument on.</content>
internal sealed partial class PowerShellReader
{
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
