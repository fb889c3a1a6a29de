using GatewayDashboard.Core.Measurement;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GatewayDashboard.Data.History;

/// <summary>One hour or day of one series: counts and a histogram that merges by addition. Its quantiles are good to ±1 %.</summary>
public sealed class Rollup
{
    /// <summary>The target's key.</summary>
    public required string TargetKey { get; init; }

    /// <summary>The prompt's name.</summary>
    public required string Prompt { get; init; }

    /// <summary>Live, custom address or simulated.</summary>
    public required Provenance Provenance { get; init; }

    /// <summary>Where it was measured from.</summary>
    public required string Vantage { get; init; }

    /// <summary>What was measured.</summary>
    public required RollupMetric Metric { get; init; }

    /// <summary>Hour or day.</summary>
    public required RollupGrain Grain { get; init; }

    /// <summary>The bucket's start, UTC.</summary>
    public required DateTimeOffset BucketStart { get; init; }

    /// <summary>Calls that ended.</summary>
    public required int Count { get; init; }

    /// <summary>Of them, failures.</summary>
    public required int Failures { get; init; }

    /// <summary>Sum of the measured values.</summary>
    public required TimeSpan Sum { get; init; }

    /// <summary>Smallest value, or null without successes.</summary>
    public TimeSpan? Min { get; init; }

    /// <summary>Largest value, or null without successes.</summary>
    public TimeSpan? Max { get; init; }

    /// <summary>The histogram, packed.</summary>
    public required byte[] Histogram { get; init; }
}

/// <summary>What a roll-up measures.</summary>
public enum RollupMetric
{
    /// <summary>First-token latency.</summary>
    FirstToken,

    /// <summary>Total latency.</summary>
    Total,
}

/// <summary>How long a roll-up's bucket is.</summary>
public enum RollupGrain
{
    /// <summary>One hour.</summary>
    Hour,

    /// <summary>One UTC day.</summary>
    Day,
}

internal sealed class RollupMapping : IEntityTypeConfiguration<Rollup>
{
    public void Configure(EntityTypeBuilder<Rollup> builder)
    {
        builder.ToTable("Rollups");
        builder.HasKey(x => new { x.TargetKey, x.Metric, x.Grain, x.BucketStart, x.Prompt, x.Provenance, x.Vantage });
    }
}
