namespace GatewayDashboard.Playground;

/// <summary>Whom a pane calls, and how.</summary>
/// <param name="GatewayId">The gateway.</param>
/// <param name="Model">The model id to send there.</param>
public sealed record PaneSetup(string GatewayId, string Model)
{
    /// <summary>What is sent besides the conversation.</summary>
    public PaneParameters Parameters { get; init; } = new();
}
