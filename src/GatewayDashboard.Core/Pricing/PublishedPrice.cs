namespace GatewayDashboard.Core.Pricing;

/// <summary>What one item of a models list asks, USD per million tokens, beside the unit it was written in. Null means the list does not say.</summary>
public sealed record PublishedPrice
{
    /// <summary>The unit it was published in.</summary>
    public required string Unit { get; init; }

    /// <summary>USD per million input tokens.</summary>
    public decimal? Input { get; init; }

    /// <summary>USD per million output tokens.</summary>
    public decimal? Output { get; init; }

    /// <summary>USD per million cached input tokens.</summary>
    public decimal? CachedInput { get; init; }

    /// <summary>USD per million input tokens written to a cache.</summary>
    public decimal? CacheWrite { get; init; }

    /// <summary>USD per million reasoning tokens, where they have a price of their own.</summary>
    public decimal? Reasoning { get; init; }

    /// <summary>USD per request.</summary>
    public decimal? PerRequest { get; init; }

    /// <summary>USD per input image.</summary>
    public decimal? PerImage { get; init; }

    /// <summary>The dated price of an offer, read from its gateway's own list.</summary>
    public ModelPrice ToPrice(string gatewayId, string modelId, string? canonicalModel, string source, DateOnly today) => new()
    {
        GatewayId = gatewayId,
        ModelId = modelId,
        CanonicalModel = canonicalModel,
        Input = Input,
        Output = Output,
        CachedInput = CachedInput,
        CacheWrite = CacheWrite,
        Reasoning = Reasoning,
        PerRequest = PerRequest,
        PerImage = PerImage,
        PublishedUnit = Unit,
        Source = source,
        RetrievedOn = today,
        Origin = PriceOrigin.ModelsList,
    };
}
