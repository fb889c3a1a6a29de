namespace GatewayDashboard.Core.Pricing;

/// <summary>Whether an offer can be bought, as far as its last source says.</summary>
public enum OfferState
{
    /// <summary>On the gateway's list.</summary>
    Listed,

    /// <summary>On the list, marked as a preview.</summary>
    Preview,

    /// <summary>Still answering, announced to end.</summary>
    Deprecated,

    /// <summary>Ended: its price is the last known one and stays out of rankings.</summary>
    Retired,

    /// <summary>Missing from the gateway's list, without an announcement; treated like a retired one.</summary>
    NotListed,

    /// <summary>Sources disagree on whether it can be called.</summary>
    Unverified,
}
