using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace GatewayDashboard.Core.Completions;

/// <summary>What a gateway says went wrong, found in the shapes they use.</summary>
/// <param name="Message">Its words; empty where it had none.</param>
/// <param name="Code">The code, else the type; null where neither was given.</param>
/// <param name="IsJson">Whether the body was JSON.</param>
/// <param name="IsHtml">Whether the body was a web page: something in front of the gateway answered.</param>
internal sealed partial record ErrorBody(string Message, string? Code, bool IsJson, bool IsHtml)
{
    /// <summary>The type; null where none was given. Some gateways repeat the status as code and put the meaning here.</summary>
    public string? Type { get; private init; }

    private const int TitleLength = 200;
    private const int Depth = 32;

    /// <summary>Reads a whole error body or one error event.</summary>
    public static ErrorBody Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var json = JsonDocument.Parse(body, new JsonDocumentOptions { MaxDepth = Depth });
            var root = json.RootElement;
            return root.ValueKind == JsonValueKind.Object
                ? new ErrorBody(FindMessage(root) ?? "", Find(root, "code") ?? Find(root, "type"), IsJson: true, IsHtml: false) { Type = Find(root, "type") }
                : new ErrorBody(Text(root) ?? "", null, IsJson: true, IsHtml: false);
        }
        catch (JsonException)
        {
            var text = Encoding.UTF8.GetString(body.Span).Trim();
            return text.StartsWith('<')
                ? new ErrorBody(Title(text), null, IsJson: false, IsHtml: true)
                : new ErrorBody(text, null, IsJson: false, IsHtml: false);
        }
    }

    private static string? FindMessage(JsonElement root)
    {
        if (Member(root, "error") is { } error)
        {
            if (error.ValueKind == JsonValueKind.Object)
            {
                return Text(error, "message") ?? Text(error, "detail") ?? error.GetRawText();
            }

            if (Text(error) is { Length: > 0 } text)
            {
                return text;
            }
        }

        return Text(root, "message") ?? Text(root, "detail")
            ?? (Member(root, "x_groq") is { ValueKind: JsonValueKind.Object } groq ? Text(groq, "error") : null);
    }

    private static string? Find(JsonElement root, string name) =>
        Text(Member(root, "error") is { ValueKind: JsonValueKind.Object } error ? error : root, name);

    private static JsonElement? Member(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined) ? value : null;

    private static string? Text(JsonElement element, string name) => Member(element, name) is { } value ? Text(value) : null;

    // FastAPI's detail is a list of objects with a msg each; some messages are lists of strings.
    private static string? Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => Mended(value),
        JsonValueKind.Number => value.GetRawText(),
        JsonValueKind.Array => string.Join("; ", value.EnumerateArray().Select(Text).Where(text => !string.IsNullOrEmpty(text))),
        JsonValueKind.Object => Text(value, "msg") ?? Text(value, "message"),
        _ => null,
    };

    private static string Mended(JsonElement value)
    {
        try
        {
            return value.GetString() ?? "";
        }
        catch (InvalidOperationException)
        {
            return value.GetRawText();
        }
    }

    private static string Title(string html)
    {
        var title = TitleElement().Match(html);
        var text = title.Success ? title.Groups[1].Value.Trim() : "a web page without a title";
        return text.Length > TitleLength ? text[..TitleLength] : text;
    }

    [GeneratedRegex("<title[^>]*>([^<]*)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex TitleElement();
}
