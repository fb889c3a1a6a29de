using GatewayDashboard.Simulator.Answers;

namespace GatewayDashboard.Simulator.Serving;

/// <summary>Bytes that leave in one socket send.</summary>
/// <param name="Kind">What they are.</param>
/// <param name="Due">Ticks after the request's arrival.</param>
/// <param name="Bytes">The bytes, framed.</param>
/// <param name="Tokens">Tokens they carry.</param>
internal readonly record struct WireStep(PartKind Kind, long Due, ReadOnlyMemory<byte> Bytes, int Tokens);
