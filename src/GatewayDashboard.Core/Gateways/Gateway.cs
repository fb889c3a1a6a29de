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

    /// <summary>Where a fresh installation listens, shown as a suggestion; null where the vendor has one address.</summary>
    public Uri? ExampleBaseUrl { get; init; }

    /// <summary>The environment variable that turns it live, or null where it needs no key.</summary>
    public string? KeyVariable { get; init; }

    /// <summary>How it differs from plain OpenAI-style chat completions.</summary>
    public GatewayDialect Dialect { get; init; } = new();

    /// <summary>Why it cannot be called, for <see cref="GatewayKind.NotCallable"/> only.</summary>
    public NotCallableReason? NotCallable { get; init; }
}

/// <summary>Why a gateway has a row and no connector.</summary>
/// <param name="Reason">In a sentence or two.</param>
/// <param name="Source">Where that was read.</param>
/// <param name="AsOf">When.</param>
public sealed record NotCallableReason(string Reason, string Source, DateOnly AsOf);
