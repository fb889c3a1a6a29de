using GatewayDashboard.Core.Gateways;
using GatewayDashboard.Core.Secrets;

namespace GatewayDashboard.Credentials;

/// <summary>A connection as the Settings page stored it. Its keys stay sealed until the moment a connection is built for the address in force.</summary>
public sealed record StoredGateway
{
    /// <summary>The gateway's id, or the id of a custom one.</summary>
    public required string Id { get; init; }

    /// <summary>The name of a custom one, or null.</summary>
    public string? Name { get; init; }

    /// <summary>Where calls go, or null for the address of configuration or catalogue.</summary>
    public string? BaseUrl { get; init; }

    /// <summary>Whether it may be called.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>The gateway it stands in front of, or null.</summary>
    public string? InFrontOf { get; init; }

    /// <summary>The dialect of a custom one, or null for plain OpenAI style.</summary>
    public GatewayDialect? Dialect { get; init; }

    /// <summary>Sealed values by field: <c>key</c>, or <c>header:</c> and the header's name.</summary>
    public IReadOnlyDictionary<string, SealedSecret> Secrets { get; init; } = new Dictionary<string, SealedSecret>();
}
