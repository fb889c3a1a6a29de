namespace GatewayDashboard.Simulator;

/// <summary>The simulated gateways cannot start as asked; the message is one sentence that says what to change.</summary>
public sealed class SimulatorStartException(string message, Exception? inner = null) : Exception(message, inner);
