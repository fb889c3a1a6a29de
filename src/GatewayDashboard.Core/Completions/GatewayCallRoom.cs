using GatewayDashboard.Core.Egress;

namespace GatewayDashboard.Core.Completions;

/// <summary>What all calls of one client share.</summary>
internal sealed record GatewayCallRoom(EgressPolicy Egress, LanePool Lanes, GatewayClientOptions Options, TimeProvider Time);
