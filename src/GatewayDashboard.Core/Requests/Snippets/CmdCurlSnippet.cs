using System.Text;

namespace GatewayDashboard.Core.Requests.Snippets;

/// <summary>curl for the Windows command prompt.</summary>
public sealed class CmdCurlSnippet : ISnippetWriter
{
    // The prompt takes 8,191 characters a line.
    private const int LongestLine = 8000;

    /// <inheritdoc/>
    public string Id => "cmd";

    /// <inheritdoc/>
    public string Name => "cmd";

    /// <inheritdoc/>
    public string FileName => "request.cmd";

    /// <inheritdoc/>
    public SnippetProof Proof => SnippetProof.Parsed;

    /// <inheritdoc/>
    public string? Install => null;

    /// <inheritdoc/>
    public string? Run => "request.cmd";

    /// <inheritdoc/>
    public string SetVariable(string name) => $"set \"{name}=…\"";

    /// <inheritdoc/>
    public string Write(RequestPreview request)
    {
        ArgumentNullException.ThrowIfNull(request);
        StringBuilder text = new("curl.exe -sS --fail-with-body ");
        text.Append(request.Stream ? "-N " : "").Append(Quoted(request.Url.AbsoluteUri));
        foreach (RequestHeader header in request.Headers)
        {
            text.Append(" ^\n  -H ").Append(Quoted($"{header.Name}: {header.Text}", header.Variable));
        }

        string body = JsonText.Compact(request.Body, IsSpecial).Replace("\"", "\\\"", StringComparison.Ordinal);
        text.Append(body.Length <= LongestLine
            ? $" ^\n  --data-raw \"{body}\"\n"
            : " ^\n  --data-binary \"@body.json\"\n\nREM Too long for the command prompt: save the JSON tab as body.json beside it.\n");
        return text.ToString();
    }

    // After \" the prompt thinks the quotes are closed and would act on these. As JSON escapes they mean the same and touch nothing, whatever the code page.
    private static bool IsSpecial(char c) => c is '%' or '^' or '&' or '|' or '<' or '>' or '!' or '"' or '\\' or > '~';

    private static string Quoted(string text, string? variable = null)
    {
        string inner = text.Replace("%", "%%", StringComparison.Ordinal) + (variable is null ? "" : $"%{variable}%");
        if (!text.Contains('"', StringComparison.Ordinal) && !text.EndsWith('\\'))
        {
            return $"\"{inner}\"";
        }

        // Backslashes count only before a quote; with a caret before every sign of its own, the prompt never thinks it is inside quotes.
        StringBuilder quoted = new("^\"");
        int slashes = 0;
        foreach (char c in inner)
        {
            quoted.Append('\\', c == '"' ? slashes + 1 : 0);
            quoted.Append(c is '"' or '^' or '&' or '|' or '<' or '>' or '(' or ')' or '!' ? "^" : "").Append(c);
            slashes = c == '\\' ? slashes + 1 : 0;
        }

        return quoted.Append('\\', slashes).Append("^\"").ToString();
    }
}
