namespace GatewayDashboard.Core.Pricing;

/// <summary>How a price came here. A later entry is trusted more.</summary>
public enum PriceOrigin
{
    /// <summary>From the dated snapshot that ships with the product.</summary>
    Bundled,

    /// <summary>Read from the gateway's own models list.</summary>
    ModelsList,

    /// <summary>Typed in here, with a note.</summary>
    Override,
}
