using System.Globalization;
using System.Text;

namespace GatewayDashboard.Core.Requests.Snippets;

/// <summary>Java 17 and newer with its standard library.</summary>
public sealed class JavaSnippet : ISnippetWriter
{
    // A string constant of a class file holds at most 65,535 bytes, also when it is joined from several.
    private const int LongestConstant = 20_000;

    /// <inheritdoc/>
    public string Id => "java";

    /// <inheritdoc/>
    public string Name => "Java";

    /// <inheritdoc/>
    public string FileName => "Request.java";

    /// <inheritdoc/>
    public SnippetProof Proof => SnippetProof.Run;

    /// <inheritdoc/>
    public string? Install => null;

    /// <inheritdoc/>
    public string? Run => "java Request.java";

    /// <inheritdoc/>
    public string SetVariable(string name) => $"export {name}='…'";

    /// <inheritdoc/>
    public string Write(RequestPreview request)
    {
        ArgumentNullException.ThrowIfNull(request);
        StringBuilder text = new("import java.net.URI;\nimport java.net.http.HttpClient;\nimport java.net.http.HttpRequest;\nimport java.net.http.HttpResponse;\n\n");
        text.Append("public class Request {\n    public static void main(String[] args) throws Exception {\n        String body = ");
        text.Append(request.Json.Length > LongestConstant ? Joined(request.Json) : Block(request.Json)).Append(";\n\n");
        text.Append("        HttpRequest request = HttpRequest.newBuilder(URI.create(").Append(Literal(request.Url.AbsoluteUri)).Append("))\n");
        foreach (RequestHeader header in request.Headers)
        {
            text.Append("            .header(").Append(Literal(header.Name)).Append(", ").Append(Value(header)).Append(")\n");
        }

        text.Append("            .POST(HttpRequest.BodyPublishers.ofString(body))\n            .build();\n\n");
        return text.Append(request.Stream
            ? "        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofLines()).body()\n            .filter(line -> line.startsWith(\"data: \"))\n            .forEach(line -> System.out.println(line.substring(6)));\n    }\n}\n"
            : "        HttpResponse<String> response = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());\n        System.out.println(response.statusCode() + \" \" + response.body());\n    }\n}\n").ToString();
    }

    private static string Value(RequestHeader header) => header.Variable is null
        ? Literal(header.Text)
        : header.Text.Length == 0 ? $"System.getenv(\"{header.Variable}\")" : $"{Literal(header.Text)} + System.getenv(\"{header.Variable}\")";

    private static string Block(string json)
    {
        string escaped = Ascii(json.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"\"\"", "\\\"\"\"", StringComparison.Ordinal));
        // The closing quotes follow the text, so no line break is added; indentation is cut at the least indented line.
        return $"\"\"\"\n            {escaped.Replace("\n", "\n            ", StringComparison.Ordinal)}\"\"\"";
    }

    private static string Joined(string json)
    {
        StringBuilder text = new("String.join(\"\"");
        foreach (char[] part in json.Chunk(8_000))
        {
            text.Append(",\n            ").Append(Literal(new string(part)));
        }

        return text.Append(')').ToString();
    }

    private static string Literal(string text) => Ascii(
        $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal)}\"");

    // Before version 18 the compiler reads source in the system's own encoding.
    private static string Ascii(string text)
    {
        StringBuilder ascii = new(text.Length);
        foreach (char c in text)
        {
            _ = c > '~' ? ascii.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}") : ascii.Append(c);
        }

        return ascii.ToString();
    }
}
