using GatewayDashboard.Core.Benchmarks;
using GatewayDashboard.Core.Measurement;
using GatewayDashboard.Data.Runs;
using GatewayDashboard.Data.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GatewayDashboard.Data.History;

/// <summary>The figures of one run for one target and prompt, kept for ever: history reads these and never samples.</summary>
public sealed class RunSummaryRow
{
    /// <summary>The run.</summary>
    public required long RunId { get; init; }

    /// <summary>The target's key.</summary>
    public required string TargetKey { get; init; }

    /// <summary>The prompt's name.</summary>
    public required string Prompt { get; init; }

    /// <summary>When the run began, the axis of history.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>The variant asked for.</summary>
    public required string Variant { get; init; }

    /// <summary>Live, custom address or simulated.</summary>
    public required Provenance Provenance { get; init; }

    /// <summary>Where it was measured from.</summary>
    public required string Vantage { get; init; }

    /// <summary>Who held the watch.</summary>
    public required ArrivalClock Clock { get; init; }

    /// <summary>Measured calls that ended.</summary>
    public required int Count { get; init; }

    /// <summary>Of them, successes.</summary>
    public required int Succeeded { get; init; }

    /// <summary>Of them, faults that count against the gateway.</summary>
    public required int Faults { get; init; }

    /// <summary>How many calls ended in each outcome, by its name.</summary>
    public IReadOnlyDictionary<string, int> Outcomes { get; init; } = new Dictionary<string, int>();

    /// <summary>First-token latency.</summary>
    public SeriesFigures FirstToken { get; init; } = new();

    /// <summary>Total latency.</summary>
    public SeriesFigures Total { get; init; } = new();

    /// <summary>Median output speed, tokens per second; null where unknown.</summary>
    public double? SpeedMedian { get; init; }

    /// <summary>Median output tokens; null where unknown.</summary>
    public double? OutputTokensMedian { get; init; }

    /// <summary>What its calls cost, USD; null where unknown.</summary>
    public decimal? CostUsd { get; init; }

    internal static RunSummaryRow From(Run run, SeriesSummary series)
    {
        var target = run.Targets.Single(target => target.Key == series.TargetKey);
        return new()
        {
            RunId = run.Id,
            TargetKey = series.TargetKey,
            Prompt = series.Prompt,
            StartedAt = run.ClaimedAt ?? run.RequestedAt,
            Variant = target.Offer.Variant.ToString(),
            Provenance = target.Provenance,
            Vantage = run.Vantage,
            Clock = series is { KernelClock: > 0, UserClock: 0 } ? ArrivalClock.Kernel : ArrivalClock.User,
            Count = series.Attempted,
            Succeeded = series.Succeeded,
            Faults = series.Faults,
            Outcomes = series.Outcomes.ToDictionary(outcome => outcome.Key.ToString(), outcome => outcome.Value),
            FirstToken = SeriesFigures.From(series.FirstToken),
            Total = SeriesFigures.From(series.Total),
            SpeedMedian = series.OutputSpeed.Median.Value,
            OutputTokensMedian = series.OutputTokens.Median.Value,
            CostUsd = series.CostUsd,
        };
    }
}

/// <summary>The figures of one latency that a line over months is drawn from, in milliseconds. Null where n cannot support them.</summary>
public sealed class SeriesFigures
{
    /// <summary>How many samples carry it.</summary>
    public int Count { get; init; }

    /// <summary>The median.</summary>
    public double? Median { get; init; }

    /// <summary>Lower end of the median's interval.</summary>
    public double? Low { get; init; }

    /// <summary>Upper end of the median's interval.</summary>
    public double? High { get; init; }

    /// <summary>90th percentile.</summary>
    public double? P90 { get; init; }

    /// <summary>95th percentile.</summary>
    public double? P95 { get; init; }

    /// <summary>99th percentile.</summary>
    public double? P99 { get; init; }

    internal static SeriesFigures From(MetricSummary metric) => new()
    {
        Count = metric.Count,
        Median = metric.Median.Value,
        Low = metric.Median.Lower,
        High = metric.Median.Upper,
        P90 = metric.P90.Value,
        P95 = metric.P95.Value,
        P99 = metric.P99.Value,
    };
}

internal sealed class RunSummaryMapping : IEntityTypeConfiguration<RunSummaryRow>
{
    public void Configure(EntityTypeBuilder<RunSummaryRow> builder)
    {
        builder.ToTable("RunSummaries");
        builder.HasKey(x => new { x.RunId, x.TargetKey, x.Prompt });
        builder.HasIndex(x => new { x.TargetKey, x.Prompt, x.StartedAt });
        builder.Property(x => x.Outcomes).StoredAsJson();
        builder.ComplexProperty(x => x.FirstToken);
        builder.ComplexProperty(x => x.Total);
        builder.HasOne<Run>().WithMany().HasForeignKey(x => x.RunId).OnDelete(DeleteBehavior.Cascade);
    }
}
