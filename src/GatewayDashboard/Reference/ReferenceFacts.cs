using System.Text.Json;
using System.Text.Json.Serialization;

namespace GatewayDashboard.Reference;

/// <summary>What is documented of each gateway, cell by cell, from dated sources.</summary>
public sealed record ReferenceFacts(IReadOnlyList<CapabilityGroup> Groups, IReadOnlyList<GatewayFacts> Gateways)
{
    private static readonly JsonSerializerOptions s_options = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Converters = { new JsonStringEnumConverter() },
    };

    /// <summary>The facts that ship with the product.</summary>
    public static ReferenceFacts Bundled { get; } = JsonSerializer.Deserialize<ReferenceFacts>(Library.Text("Content/reference.json"), s_options)
        ?? throw new InvalidOperationException("The reference facts are empty.");

    /// <summary>The facts of that gateway, or null. Portkey's two forms share theirs.</summary>
    public GatewayFacts? Find(string gatewayId) =>
        Gateways.FirstOrDefault(facts => facts.Id == (gatewayId == "portkey-oss" ? "portkey" : gatewayId));
}

/// <summary>Capabilities that belong together.</summary>
public sealed record CapabilityGroup(string Name, IReadOnlyList<Capability> Capabilities);

/// <summary>Something a gateway may be able to do.</summary>
/// <param name="Id">Its key in each gateway's cells.</param>
/// <param name="Name">As shown.</param>
/// <param name="Means">What counts as a yes.</param>
public sealed record Capability(string Id, string Name, string Means);

/// <summary>What is documented of one gateway. Null or missing means "not documented".</summary>
public sealed record GatewayFacts
{
    public required string Id { get; init; }

    public required string Kind { get; init; }

    public string? Streaming { get; init; }

    public string? Fees { get; init; }

    public IReadOnlyList<string> Links { get; init; } = [];

    public IReadOnlyList<ArticleSource> Sources { get; init; } = [];

    /// <summary>What was looked for and not found.</summary>
    public IReadOnlyList<string> Unknown { get; init; } = [];

    public DocumentedCount? Models { get; init; }

    public IReadOnlyDictionary<string, CapabilityCell> Cells { get; init; } = new Dictionary<string, CapabilityCell>();

    /// <summary>The cell of a capability; "not documented" where there is none.</summary>
    public CapabilityCell Cell(string capabilityId) => Cells.GetValueOrDefault(capabilityId) ?? new CapabilityCell(CapabilityAnswer.Unknown);

    /// <summary>Where a cell was read, with dates.</summary>
    public string SourceOf(CapabilityCell cell) => cell.Source is { } at ? Words(Sources[at]) : string.Join("; ", Sources.Select(Words));

    private static string Words(ArticleSource source) => $"{source.Name}, {source.Date}";
}

/// <summary>How many models a source counted.</summary>
public sealed record DocumentedCount(int Count, string What, DateOnly AsOf, string Source);

/// <summary>One cell of the matrix.</summary>
/// <param name="Answer">What is documented.</param>
/// <param name="Note">A few words more, or null.</param>
/// <param name="Source">Which of the gateway's sources says it; null where all were read for it.</param>
public sealed record CapabilityCell(CapabilityAnswer Answer, string? Note = null, int? Source = null)
{
    /// <summary>The answer in a word.</summary>
    public string Word => Answer == CapabilityAnswer.Unknown ? "Not documented" : Answer.ToString();

    /// <summary>A shape beside the word, so that colour never carries it alone.</summary>
    public string Mark => Answer switch
    {
        CapabilityAnswer.Yes => "✔",
        CapabilityAnswer.No => "✖",
        CapabilityAnswer.Partly => "◐",
        CapabilityAnswer.Enterprise => "◆",
        _ => "",
    };
}

/// <summary>What the sources say of a capability.</summary>
public enum CapabilityAnswer
{
    /// <summary>Not documented: neither yes nor no.</summary>
    Unknown,

    /// <summary>Documented.</summary>
    Yes,

    /// <summary>Documented as absent, or no part of the product.</summary>
    No,

    /// <summary>For some models, plans or forms.</summary>
    Partly,

    /// <summary>In an enterprise or paid plan.</summary>
    Enterprise,
}
