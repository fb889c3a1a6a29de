using System.Text;

namespace GatewayDashboard.Core.Requests.Snippets;

/// <summary>PowerShell 5.1 and 7. The body is never handed to a program as an argument, since the two versions quote differently.</summary>
public sealed class PowerShellSnippet : ISnippetWriter
{
    /// <inheritdoc/>
    public string Id => "powershell";

    /// <inheritdoc/>
    public string Name => "PowerShell";

    /// <inheritdoc/>
    public string FileName => "request.ps1";

    /// <inheritdoc/>
    public SnippetProof Proof => SnippetProof.Parsed;

    /// <inheritdoc/>
    public string? Install => null;

    /// <inheritdoc/>
    public string? Run => "./request.ps1";

    /// <inheritdoc/>
    public string SetVariable(string name) => $"$env:{name} = '…'";

    /// <inheritdoc/>
    public string Write(RequestPreview request)
    {
        ArgumentNullException.ThrowIfNull(request);
        // No line of JSON can start with '@, so the here-string always ends where it should.
        StringBuilder text = new($"$body = @'\n{request.Json}\n'@\n");
        return (request.Stream ? Streamed(text, request) : Plain(text, request)).ToString();
    }

    private static StringBuilder Plain(StringBuilder text, RequestPreview request)
    {
        text.Append("$headers = @{\n");
        foreach (RequestHeader header in request.Headers.Where(header => !header.Name.Equals("Content-Type", StringComparison.OrdinalIgnoreCase)))
        {
            text.Append("  ").Append(Quoted(header.Name)).Append(" = ").Append(Value("", header)).Append('\n');
        }

        text.Append("}\n");
        // As bytes: version 5.1 would send text as Latin-1.
        text.Append("$bytes = [Text.Encoding]::UTF8.GetBytes($body)\n");
        text.Append("$answer = Invoke-RestMethod -Method Post -Uri ").Append(Quoted(request.Url.AbsoluteUri));
        text.Append(" -Headers $headers -ContentType 'application/json' -Body $bytes\n");
        return text.Append(request.Endpoint == RequestEndpoint.Chat ? "$answer.choices[0].message.content\n" : "$answer.data[0].embedding.Count\n");
    }

    // Invoke-RestMethod waits for the whole answer, so a stream is curl's to read.
    private static StringBuilder Streamed(StringBuilder text, RequestPreview request)
    {
        text.Append("$file = New-TemporaryFile\n[IO.File]::WriteAllBytes($file.FullName, [Text.Encoding]::UTF8.GetBytes($body))\n");
        text.Append("curl.exe -sS --fail-with-body -N ").Append(Quoted(request.Url.AbsoluteUri));
        foreach (RequestHeader header in request.Headers)
        {
            text.Append(" `\n  -H ").Append(header.Variable is null ? Value($"{header.Name}: ", header) : $"({Value($"{header.Name}: ", header)})");
        }

        return text.Append(" `\n  --data-binary \"@$($file.FullName)\"\nRemove-Item $file\n");
    }

    private static string Value(string before, RequestHeader header) => header.Variable is null
        ? Quoted(before + header.Text)
        : before.Length + header.Text.Length == 0 ? $"$env:{header.Variable}" : $"{Quoted(before + header.Text)} + $env:{header.Variable}";

    // PowerShell takes typographic quotes for straight ones, so they are doubled too.
    private static string Quoted(string text)
    {
        StringBuilder quoted = new("'");
        foreach (char c in text)
        {
            quoted.Append(c, c is '\'' or '\u2018' or '\u2019' or '\u201a' or '\u201b' ? 2 : 1);
        }

        return quoted.Append('\'').ToString();
    }
}
