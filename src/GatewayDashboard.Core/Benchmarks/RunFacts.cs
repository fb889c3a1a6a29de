using GatewayDashboard.Core.Gateways;
using GatewayDashboard.Core.Measurement;

namespace GatewayDashboard.Core.Benchmarks;

/// <summary>What a summary must know of a run besides its samples.</summary>
/// <param name="Benchmark">The definition it ran with.</param>
/// <param name="Seed">Its seed; also seeds every resampling, so that a summary can be repeated digit by digit.</param>
/// <param name="Targets">Its targets.</param>
public sealed record RunFacts(Benchmark Benchmark, ulong Seed, IReadOnlyList<TargetFacts> Targets);

/// <summary>What a summary must know of a target.</summary>
/// <param name="Key">Its key in the run.</param>
/// <param name="Name">The name shown.</param>
/// <param name="Variant">The variant it serves.</param>
/// <param name="Provenance">Live, custom address or simulated.</param>
public sealed record TargetFacts(string Key, string Name, ModelVariant Variant, Provenance Provenance)
{
    /// <summary>The facts of a target.</summary>
    public static TargetFacts Of(Target target)
    {
        ArgumentNullException.ThrowIfNull(target);
        return new(target.Key, target.Connection.DisplayName, target.Offer.Variant, target.Connection.Provenance);
    }
}
