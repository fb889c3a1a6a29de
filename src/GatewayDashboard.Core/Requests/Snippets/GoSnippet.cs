using System.Text;

namespace GatewayDashboard.Core.Requests.Snippets;

/// <summary>Go with its standard library.</summary>
public sealed class GoSnippet : ISnippetWriter
{
    /// <inheritdoc/>
    public string Id => "go";

    /// <inheritdoc/>
    public string Name => "Go";

    /// <inheritdoc/>
    public string FileName => "main.go";

    /// <inheritdoc/>
    public SnippetProof Proof => SnippetProof.NotRunHere;

    /// <inheritdoc/>
    public string? Install => null;

    /// <inheritdoc/>
    public string? Run => "go run main.go";

    /// <inheritdoc/>
    public string SetVariable(string name) => $"export {name}='…'";

    /// <inheritdoc/>
    public string Write(RequestPreview request)
    {
        ArgumentNullException.ThrowIfNull(request);
        string[] packages = ["fmt", "io", "net/http", .. request.Headers.Any(header => header.Variable is not null) ? ["os"] : Array.Empty<string>(), "strings"];
        string[] used = request.Stream ? ["bufio", .. packages.Where(package => package != "io")] : packages;
        StringBuilder text = new("package main\n\nimport (\n");
        text.AppendJoin("", used.Select(package => $"\t\"{package}\"\n")).Append(")\n\nfunc main() {\n\tbody := ");
        // A raw string has no escapes, so a backquote is joined on from outside.
        text.Append('`').Append(request.Json.Replace("`", "` + \"`\" + `", StringComparison.Ordinal)).Append("`\n\n");
        text.Append("\trequest, err := http.NewRequest(\"POST\", ").Append(JsonText.Quoted(request.Url.AbsoluteUri)).Append(", strings.NewReader(body))\n");
        text.Append("\tif err != nil {\n\t\tpanic(err)\n\t}\n");
        foreach (RequestHeader header in request.Headers)
        {
            text.Append("\trequest.Header.Set(").Append(JsonText.Quoted(header.Name)).Append(", ").Append(Value(header)).Append(")\n");
        }

        text.Append("\n\tresponse, err := http.DefaultClient.Do(request)\n\tif err != nil {\n\t\tpanic(err)\n\t}\n\tdefer response.Body.Close()\n\n");
        return text.Append(request.Stream
            ? "\tlines := bufio.NewScanner(response.Body)\n\tlines.Buffer(nil, 1<<20)\n\tfor lines.Scan() {\n\t\tif data, found := strings.CutPrefix(lines.Text(), \"data: \"); found {\n\t\t\tfmt.Println(data)\n\t\t}\n\t}\n}\n"
            : "\tanswer, err := io.ReadAll(response.Body)\n\tif err != nil {\n\t\tpanic(err)\n\t}\n\tfmt.Println(response.Status, string(answer))\n}\n").ToString();
    }

    private static string Value(RequestHeader header) => header.Variable is null
        ? JsonText.Quoted(header.Text)
        : header.Text.Length == 0 ? $"os.Getenv(\"{header.Variable}\")" : $"{JsonText.Quoted(header.Text)}+os.Getenv(\"{header.Variable}\")";
}
