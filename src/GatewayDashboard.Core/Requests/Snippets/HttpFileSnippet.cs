using System.Text;

namespace GatewayDashboard.Core.Requests.Snippets;

/// <summary>A <c>.http</c> file for Visual Studio, Rider and Visual Studio Code.</summary>
public sealed class HttpFileSnippet : ISnippetWriter
{
    /// <inheritdoc/>
    public string Id => "http";

    /// <inheritdoc/>
    public string Name => ".http";

    /// <inheritdoc/>
    public string FileName => "request.http";

    /// <inheritdoc/>
    public SnippetProof Proof => SnippetProof.NotRunHere;

    /// <inheritdoc/>
    public string? Install => null;

    /// <inheritdoc/>
    public string? Run => null;

    /// <inheritdoc/>
    public string SetVariable(string name) => $"export {name}='…'";

    /// <inheritdoc/>
    public string Write(RequestPreview request)
    {
        ArgumentNullException.ThrowIfNull(request);
        StringBuilder text = new($"POST {request.Url.AbsoluteUri}\n");
        foreach (RequestHeader header in request.Headers)
        {
            text.Append(header.Name).Append(": ").Append(header.Text);
            text.Append(header.Variable is null ? "\n" : $"{{{{$processEnv {header.Variable}}}}}\n");
        }

        // Two braces start a variable here. They can only stand in a string, where escapes mean the same.
        return text.Append('\n').Append(request.Json.Replace("{{", "\\u007b\\u007b", StringComparison.Ordinal)).Append('\n').ToString();
    }
}
