namespace GatewayDashboard.Core.Requests.Snippets;

/// <summary>Writes a request in one language, ready to paste and run. Keys appear as environment variables only.</summary>
public interface ISnippetWriter
{
    /// <summary>Short stable id, used in links.</summary>
    string Id { get; }

    /// <summary>The tab's name.</summary>
    string Name { get; }

    /// <summary>What a download is called.</summary>
    string FileName { get; }

    /// <summary>What stands behind it.</summary>
    SnippetProof Proof { get; }

    /// <summary>The command or file that must be there first, or null where the system brings all it needs.</summary>
    string? Install { get; }

    /// <summary>The command that runs a downloaded file, or null where it is pasted.</summary>
    string? Run { get; }

    /// <summary>The command that sets a variable in the shell this is used from.</summary>
    string SetVariable(string name);

    /// <summary>The snippet.</summary>
    string Write(RequestPreview request);
}

/// <summary>How a snippet was proved, by this product's own tests.</summary>
public enum SnippetProof
{
    /// <summary>Run against a server that compared what arrived.</summary>
    Run,

    /// <summary>Read by a parser of the language, which found the same body; not run.</summary>
    Parsed,

    /// <summary>Neither: the tool was not there.</summary>
    NotRunHere,
}
