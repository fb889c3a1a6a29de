namespace GatewayDashboard.CommandLine;

/// <summary>What <c>benchmark</c> was asked to do, after parsing and before any check against the catalogue.</summary>
internal sealed record BenchmarkArguments
{
    /// <summary><c>quick</c> or <c>article</c>.</summary>
    public required string Preset { get; init; }

    /// <summary>Catalogue ids; empty means the preset's own set.</summary>
    public IReadOnlyList<string> Gateways { get; init; } = [];

    /// <summary>Servers named on the line; their addresses count as allowed.</summary>
    public IReadOnlyList<NamedAddress> Addresses { get; init; } = [];

    /// <summary>The model id to ask for, or null for the preset's offers.</summary>
    public string? Model { get; init; }

    /// <summary>Measured calls per gateway and prompt, or null for the preset's.</summary>
    public int? Runs { get; init; }

    /// <summary>Calls in flight, or null for one at a time per gateway.</summary>
    public int? Concurrency { get; init; }

    /// <summary>A prompt of one's own, or null for the preset's.</summary>
    public string? Prompt { get; init; }

    /// <summary>The output limit, or null for the preset's.</summary>
    public int? MaxTokens { get; init; }

    /// <summary>The environment variable that holds the key for <see cref="Addresses"/>, or null for none.</summary>
    public string? KeyVariable { get; init; }

    /// <summary>The plan's seed, or null for a random one.</summary>
    public int? Seed { get; init; }

    /// <summary>Where the run is written as JSON, or null.</summary>
    public FileInfo? Output { get; init; }

    /// <summary>The data folder, or null for the command line's own.</summary>
    public DirectoryInfo? Data { get; init; }
}

/// <summary>A server named on the line.</summary>
/// <param name="Name">What it is called in the table.</param>
/// <param name="BaseUrl">Its base URL, up to and without <c>/chat/completions</c>.</param>
internal sealed record NamedAddress(string Name, Uri BaseUrl);
