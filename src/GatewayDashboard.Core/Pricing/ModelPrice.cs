namespace GatewayDashboard.Core.Pricing;

/// <summary>One dated price of one offer, USD per million tokens. Null means unknown, never free.</summary>
public sealed record ModelPrice
{
    /// <summary>The gateway that asks it.</summary>
    public required string GatewayId { get; init; }

    /// <summary>The gateway's model id.</summary>
    public required string ModelId { get; init; }

    /// <summary>Canonical model, or null where it could not be matched.</summary>
    public string? CanonicalModel { get; init; }

    /// <summary>USD per million input tokens.</summary>
    public decimal? Input { get; init; }

    /// <summary>USD per million output tokens.</summary>
    public decimal? Output { get; init; }

    /// <summary>USD per million input tokens read from a prompt cache.</summary>
    public decimal? CachedInput { get; init; }

    /// <summary>USD per million input tokens written to a prompt cache.</summary>
    public decimal? CacheWrite { get; init; }

    /// <summary>USD per request on top.</summary>
    public decimal? PerRequest { get; init; }

    /// <summary>USD per input image.</summary>
    public decimal? PerImage { get; init; }

    /// <summary>Where the price was read.</summary>
    public required string Source { get; init; }

    /// <summary>When it was read.</summary>
    public required DateOnly RetrievedOn { get; init; }
}
