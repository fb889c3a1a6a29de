namespace GatewayDashboard.Core.Pricing;

/// <summary>One line of the ranked table: an offer, paid one way.</summary>
public sealed record CostRow
{
    /// <summary>The offer's price.</summary>
    public required ModelPrice Price { get; init; }

    /// <summary>The way it is paid.</summary>
    public required PayingWay Way { get; init; }

    /// <summary>The gateway's name, with the one in front of it where there is one.</summary>
    public required string Name { get; init; }

    /// <summary>What it costs.</summary>
    public required CostEstimate Estimate { get; init; }

    /// <summary>A month with short requests and more cache hits, USD.</summary>
    public decimal? LowMonth { get; init; }

    /// <summary>A month with long requests and fewer cache hits, USD.</summary>
    public decimal? HighMonth { get; init; }

    /// <summary>How old its price is.</summary>
    public required PriceAge Age { get; init; }

    /// <summary>Its place from the cheapest on; null where it may not win.</summary>
    public int? Rank { get; init; }

    /// <summary>Why it has no place; null where it has one.</summary>
    public string? Unranked { get; init; }

    /// <summary>Whether only the age of its price keeps it from having a place.</summary>
    public bool UnrankedForAge => Unranked == RowRules.StaleReason(Age);

    /// <summary>What to know about it, in a few words each.</summary>
    public IReadOnlyList<string> Flags { get; init; } = [];

    /// <summary>Stable key within a report.</summary>
    public string Key => $"{Way.Id}:{Price.Key}";

    /// <summary>Whether the offer is gone and the price its last known one.</summary>
    public bool IsGone => Price.State is OfferState.Retired or OfferState.NotListed;
}
