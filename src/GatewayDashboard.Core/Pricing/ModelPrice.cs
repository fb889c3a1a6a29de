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

    /// <summary>USD per million reasoning tokens; null where they cost what other output costs.</summary>
    public decimal? Reasoning { get; init; }

    /// <summary>USD per request on top.</summary>
    public decimal? PerRequest { get; init; }

    /// <summary>USD per input image.</summary>
    public decimal? PerImage { get; init; }

    /// <summary>Prices that hold from a prompt length on; empty where one price holds for all lengths.</summary>
    public IReadOnlyList<PriceTier> Tiers { get; init; } = [];

    /// <summary>What a batched token costs as a share of the standard price (0.5 is half); null where no batch price is known.</summary>
    public decimal? BatchShare { get; init; }

    /// <summary>Whether the batch price also applies to cached input.</summary>
    public bool BatchStacksWithCache { get; init; }

    /// <summary>Whether the offer can still be bought.</summary>
    public OfferState State { get; init; }

    /// <summary>Longest prompt and answer together in tokens; null where not published.</summary>
    public int? ContextLength { get; init; }

    /// <summary>The most requests a day it answers, on free variants; null where no daily limit is published.</summary>
    public int? DailyLimit { get; init; }

    /// <summary>What a reader should know about it, in a sentence; null where there is nothing to say.</summary>
    public string? Note { get; init; }

    /// <summary>How it was read.</summary>
    public PriceOrigin Origin { get; init; }

    /// <summary>The unit it was published in, for example <c>USD per token</c>; null where not recorded.</summary>
    public string? PublishedUnit { get; init; }

    /// <summary>Since when it holds; null where only the day it was read is known.</summary>
    public DateOnly? ValidFrom { get; init; }

    /// <summary>Where the price was read.</summary>
    public required string Source { get; init; }

    /// <summary>When it was read.</summary>
    public required DateOnly RetrievedOn { get; init; }

    /// <summary>Stable key of the offer: gateway id, slash, model id.</summary>
    public string Key => $"{GatewayId}/{ModelId}";
}
