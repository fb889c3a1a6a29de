namespace GatewayDashboard.Core.Spending;

/// <summary>The ledger's leave to send one call. Only the host's ledger makes them; nothing leaves without one.</summary>
/// <param name="RequestId">The call's id, unique for ever.</param>
/// <param name="ReservedUsd">The worst case set aside for it; 0 for simulated calls.</param>
public sealed record CallPermit(string RequestId, decimal ReservedUsd);
