namespace GatewayDashboard.Core.Requests.Snippets;

/// <summary>Every language, those that were run first.</summary>
public static class SnippetWriters
{
    /// <summary>In the order of the tabs.</summary>
    public static IReadOnlyList<ISnippetWriter> All { get; } =
    [
        .. new ISnippetWriter[]
        {
            new BashCurlSnippet(), new PythonSnippet(), new JavaScriptSnippet(), new CSharpSnippet(), new PowerShellSnippet(),
            new GoSnippet(), new JavaSnippet(), new HttpFileSnippet(), new CmdCurlSnippet(),
        }.OrderBy(writer => writer.Proof),
    ];

    /// <summary>The writer of that id, or null.</summary>
    public static ISnippetWriter? Find(string id) => All.FirstOrDefault(writer => writer.Id == id);

    /// <summary>The proof in words.</summary>
    public static string Word(SnippetProof proof) => proof switch
    {
        SnippetProof.Run => "run",
        SnippetProof.Parsed => "parsed",
        _ => "not run here",
    };
}
