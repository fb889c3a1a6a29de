using System.Text;

namespace GatewayDashboard.Core.Requests.Snippets;

/// <summary>curl for bash and zsh.</summary>
public sealed class BashCurlSnippet : ISnippetWriter
{
    // One argument of a command may be 128 KiB on Linux; long before that, quotes get in the reader's way.
    private const int LongestArgument = 2048;

    /// <inheritdoc/>
    public string Id => "curl";

    /// <inheritdoc/>
    public string Name => "curl";

    /// <inheritdoc/>
    public string FileName => "request.sh";

    /// <inheritdoc/>
    public SnippetProof Proof => SnippetProof.Run;

    /// <inheritdoc/>
    public string? Install => null;

    /// <inheritdoc/>
    public string? Run => "bash request.sh";

    /// <inheritdoc/>
    public string SetVariable(string name) => $"export {name}='…'";

    /// <inheritdoc/>
    public string Write(RequestPreview request)
    {
        ArgumentNullException.ThrowIfNull(request);
        StringBuilder text = new("curl -sS --fail-with-body ");
        text.Append(request.Stream ? "-N " : "").Append(Quoted(request.Url.AbsoluteUri));
        foreach (RequestHeader header in request.Headers)
        {
            text.Append(" \\\n  -H ").Append(Header(header));
        }

        string json = request.Json;
        // Inside a quoted here-document nothing at all is special. It ends the body with a line break, which JSON does not mind.
        bool here = json.Length > LongestArgument || json.Contains('\'', StringComparison.Ordinal);
        text.Append(here ? $" \\\n  --data-binary @- <<'JSON'\n{json}\nJSON" : $" \\\n  --data-binary '{json}'");
        return text.Append('\n').ToString();
    }

    private static string Header(RequestHeader header) => header.Variable is null
        ? Quoted($"{header.Name}: {header.Text}")
        : $"{(header.Text.All(IsPlain) ? $"\"{header.Name}: {header.Text}${{{header.Variable}}}\"" : $"{Quoted($"{header.Name}: {header.Text}")}\"${{{header.Variable}}}\"")}";

    private static string Quoted(string text) => $"'{text.Replace("'", "'\\''", StringComparison.Ordinal)}'";

    private static bool IsPlain(char c) => char.IsAsciiLetterOrDigit(c) || c is ' ' or '-' or '_' or '.' or '/';
}
