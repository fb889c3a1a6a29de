namespace GatewayDashboard.Core.Pricing;

/// <summary>A way of paying for calls: at a gateway, or through one of one's own in front of it.</summary>
public sealed record PayingWay
{
    /// <summary>Short stable id, for example <c>card</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The gateway it belongs to.</summary>
    public required string GatewayId { get; init; }

    /// <summary>That gateway's name.</summary>
    public required string GatewayName { get; init; }

    /// <summary>What it is called in a list of choices.</summary>
    public required string Name { get; init; }

    /// <summary>What it costs on top of tokens.</summary>
    public GatewayFees Fees { get; init; } = new();

    /// <summary>Whether it stands in front of other gateways' offers and sells none of its own.</summary>
    public bool IsFront { get; init; }

    /// <summary>Whether the servers named in <see cref="PaymentTerms"/> are its cost.</summary>
    public bool UsesOwnServer { get; init; }

    /// <summary>Where the fee was read.</summary>
    public required string Source { get; init; }

    /// <summary>When it was read.</summary>
    public required DateOnly RetrievedOn { get; init; }
}
