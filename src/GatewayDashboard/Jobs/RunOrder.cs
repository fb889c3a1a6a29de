using GatewayDashboard.Core.Benchmarks;
using GatewayDashboard.Core.Gateways;

namespace GatewayDashboard.Jobs;

/// <summary>A run somebody wants.</summary>
/// <param name="Benchmark">The definition.</param>
/// <param name="Targets">Whom to call: all live, all at custom addresses, or all simulated.</param>
/// <param name="Seed">The seed of all orders, or null for a random one.</param>
public sealed record RunOrder(Benchmark Benchmark, IReadOnlyList<Target> Targets, ulong? Seed = null);

/// <summary>What became of an order.</summary>
/// <param name="RunId">The run, or null where it was not made.</param>
/// <param name="Faults">What to change, one sentence each; empty where it was made.</param>
public sealed record RunStarted(long? RunId, IReadOnlyList<string> Faults);
