namespace GatewayDashboard.Core.Gateways;

/// <summary>A connection and an offer: what a pane or a benchmark calls.</summary>
/// <param name="Connection">Where calls go.</param>
/// <param name="Offer">What is asked for.</param>
public sealed record Target(Connection Connection, ModelOffer Offer)
{
    /// <summary>Stable key within a run: gateway id, slash, model id.</summary>
    public string Key => $"{Offer.GatewayId}/{Offer.ModelId}";
}
