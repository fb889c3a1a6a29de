using GatewayDashboard.Core.Measurement;
using GatewayDashboard.Core.Secrets;

namespace GatewayDashboard.Core.Gateways;

/// <summary>A gateway as it is set up here: its address, key and headers.</summary>
public sealed record Connection
{
    /// <summary>The gateway behind it.</summary>
    public required Gateway Gateway { get; init; }

    /// <summary>Where calls go. Parsed once; never rebuilt from text.</summary>
    public required Uri BaseUrl { get; init; }

    /// <summary>The key, bound to <see cref="Origin"/>; null where none is set or needed.</summary>
    public Secret? Key { get; init; }

    /// <summary>Headers of the user's own, some of which may be secret: never shown.</summary>
    public IReadOnlyDictionary<string, Secret> Headers { get; init; } = new Dictionary<string, Secret>();

    /// <summary><see cref="Provenance.Simulated"/>, <see cref="Provenance.Measured"/> (live) or <see cref="Provenance.CustomAddress"/>: decides the series its samples belong to.</summary>
    public required Provenance Provenance { get; init; }

    /// <summary>The id of the gateway this one stands in front of, or null. Two connections that share an upstream are never called at once.</summary>
    public string? InFrontOf { get; init; }

    /// <summary>Scheme, host and port: what a key is bound to.</summary>
    public string Origin => BaseUrl.GetLeftPart(UriPartial.Authority);

    /// <summary>The name shown: the gateway's, with the address where it is not the vendor's own.</summary>
    public string DisplayName => Provenance == Provenance.CustomAddress ? $"{Gateway.Name} at {BaseUrl.Authority}" : Gateway.Name;
}
