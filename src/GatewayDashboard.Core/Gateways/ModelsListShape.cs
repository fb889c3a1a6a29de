namespace GatewayDashboard.Core.Gateways;

/// <summary>Where a gateway's models list keeps what we read of it. Every path is dotted and, except the id, optional in each row.</summary>
public sealed record ModelsListShape
{
    /// <summary>The property that holds the rows; null where the whole answer is an array.</summary>
    public string? Root { get; init; }

    /// <summary>The id to send as <c>model</c>.</summary>
    public string Id { get; init; } = "id";

    /// <summary>Further ids that reach the same model; null where there are none.</summary>
    public string? Aliases { get; init; }

    /// <summary>A name for people; null where there is none.</summary>
    public string? Name { get; init; }

    /// <summary>Context length in tokens, first one found.</summary>
    public IReadOnlyList<string> Context { get; init; } = [];

    /// <summary>Most output tokens, first one found.</summary>
    public IReadOnlyList<string> MaxOutput { get; init; } = [];

    /// <summary>Input price; null where the list has no prices.</summary>
    public string? Input { get; init; }

    /// <summary>Output price.</summary>
    public string? Output { get; init; }

    /// <summary>Price of input read from a cache.</summary>
    public string? CachedInput { get; init; }

    /// <summary>Price of input written to a cache.</summary>
    public string? CacheWrite { get; init; }

    /// <summary>Price of one request, USD.</summary>
    public string? PerRequest { get; init; }

    /// <summary>Price of one input image, USD.</summary>
    public string? PerImage { get; init; }

    /// <summary>An array of <c>{name, measure, price, per}</c> in place of single prices.</summary>
    public string? Units { get; init; }

    /// <summary>What a token price is stated in.</summary>
    public PriceUnit Unit { get; init; }

    /// <summary>The kind of model; null where the list has chat models only.</summary>
    public string? Type { get; init; }

    /// <summary>The values of <see cref="Type"/> that take chat completions.</summary>
    public IReadOnlyList<string> ChatTypes { get; init; } = [];

    /// <summary>Whether the row can be called; false there means it cannot.</summary>
    public string? Active { get; init; }

    /// <summary>The day the row ends.</summary>
    public string? Expires { get; init; }

    /// <summary>An array of what goes in.</summary>
    public string? InputModalities { get; init; }

    /// <summary>An array of what comes out.</summary>
    public string? OutputModalities { get; init; }

    /// <summary>Whether the list itself needs a key; null where not documented.</summary>
    public bool? NeedsKey { get; init; }
}

/// <summary>What a models list states token prices in.</summary>
public enum PriceUnit
{
    /// <summary>The list has no prices.</summary>
    None,

    /// <summary>USD per token.</summary>
    UsdPerToken,

    /// <summary>USD per million tokens.</summary>
    UsdPerMillion,

    /// <summary>US cents per token.</summary>
    CentsPerToken,

    /// <summary>Each price says for how many units it holds.</summary>
    PerUnits,
}
