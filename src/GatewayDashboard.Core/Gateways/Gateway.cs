namespace GatewayDashboard.Core.Gateways;

/// <summary>A gateway as the catalogue knows it, before anybody has set it up.</summary>
public sealed record Gateway
{
    /// <summary>Short stable id, the same in routes, tables, configuration keys and the API, for example <c>groq</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The name people know it by.</summary>
    public required string Name { get; init; }

    /// <summary>What kind of gateway it is.</summary>
    public required GatewayKind Kind { get; init; }

    /// <summary>The vendor's documented address, or null where every installation has its own.</summary>
    public Uri? BaseUrl { get; init; }

    /// <summary>The environment variable that turns it live, or null where it needs no key.</summary>
    public string? KeyVariable { get; init; }

    /// <summary>How it differs from plain OpenAI-style chat completions.</summary>
    public GatewayDialect Dialect { get; init; } = new();
}
