using System.Text.RegularExpressions;

namespace GatewayDashboard.Core.Requests.Import;

/// <summary>Makes a draft of what people paste: curl for bash, cmd or PowerShell, PowerShell's own commands, or the JSON alone. Keys are dropped before anything is kept.</summary>
public static partial class RequestImporter
{
    // A request with images is long; a novel is not a request.
    private const int Longest = 16 << 20;

    /// <summary>Reads a pasted text; never throws for it.</summary>
    /// <param name="text">The text.</param>
    /// <param name="gatewayId">The gateway for a text that names none.</param>
    public static RequestImport Import(string text, string gatewayId)
    {
        ArgumentNullException.ThrowIfNull(text);
        string trimmed = text.TrimStart('\ufeff', ' ', '\t', '\r', '\n');
        if (trimmed.Length == 0 || trimmed.Length > Longest)
        {
            return new RequestImport(null, "nothing", [], [], trimmed.Length == 0 ? "There is nothing to import." : "The text is longer than 16 MiB.");
        }

        if (trimmed[0] == '{')
        {
            return DraftAssembly.FromJson(trimmed, gatewayId);
        }

        (string read, RawRequest? request) = ShellOf(trimmed) switch
        {
            Shell.PowerShell => ("PowerShell", PowerShellReader.Read(trimmed)),
            Shell.Cmd => ("curl for the Windows command prompt", CmdReader.Read(trimmed) is { } cmd ? CurlArguments.Read(cmd) : null),
            _ => ("curl for bash", BashReader.Read(trimmed) is { } bash ? CurlArguments.Read(bash) : null),
        };
        return request is null
            ? new RequestImport(null, read, [], [], "No request was found: paste a curl command, a PowerShell command or a JSON body.")
            : DraftAssembly.FromCommand(request, read, gatewayId);
    }

    private enum Shell
    {
        Bash,
        Cmd,
        PowerShell,
    }

    // The sign that continues curl's first line is the surest witness. Else only what stands before the body counts: a prompt may speak of any shell.
    private static Shell ShellOf(string text)
    {
        switch (Continuation().Match(text).Groups[1].Value)
        {
            case "\\":
                return Shell.Bash;
            case "^":
                return Shell.Cmd;
            case "`":
                return Shell.PowerShell;
        }

        string head = Body().Match(text) is { Success: true } body ? text[..body.Index] : text;
        return PowerShell().IsMatch(head) ? Shell.PowerShell : Cmd().IsMatch(head) ? Shell.Cmd : Shell.Bash;
    }

    [GeneratedRegex(@"^[ \t]*(?:\$ )?curl(?:\.exe)?[ \t].*?([\\^`]?)[ \t]*\r?$", RegexOptions.Multiline | RegexOptions.IgnoreCase)]
    private static partial Regex Continuation();

    [GeneratedRegex(@"(?<![$@])\{")]
    private static partial Regex Body();

    [GeneratedRegex(@"(?im)^\s*(\$\w+\s*=\s*|&\s*)?(Invoke-RestMethod|Invoke-WebRequest|irm|iwr)\b|^\s*\$[A-Za-z]\w*\s*=|\$env:\w")]
    private static partial Regex PowerShell();

    [GeneratedRegex(@"\^\s*$|\^""|%\w+%", RegexOptions.Multiline)]
    private static partial Regex Cmd();
}
