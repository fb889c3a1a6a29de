using System.Text.Json;
using System.Text.Json.Serialization;
using GatewayDashboard.Core.Benchmarks;
using GatewayDashboard.Core.Measurement;
using GatewayDashboard.Data.History;
using GatewayDashboard.Data.Runs;
using GatewayDashboard.Data.Samples;

namespace GatewayDashboard.Jobs;

/// <summary>Computes an ended run's figures once and keeps them: page, export, history and command line read what is kept.</summary>
public sealed class RunResults(SampleStore samples, SummaryStore summaries)
{
    /// <summary>How a summary is written to storage and to exports.</summary>
    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) } };

    /// <summary>Computes and keeps the figures of a run from its stored samples.</summary>
    public async Task KeepAsync(Run run, CancellationToken cancellationToken)
    {
        var taken = await samples.ReadAsync(run.Id, events: false, cancellationToken).ToListAsync(cancellationToken);
        if (taken.Count == 0)
        {
            return;
        }

        var summary = RunSummary.From(Facts(run), taken);
        await summaries.SaveAsync(run.Id, JsonSerializer.Serialize(summary, Json), [.. summary.Series.Select(series => Row(run, summary, series))], cancellationToken);
    }

    /// <summary>The kept figures of a run, or null where nothing was measured.</summary>
    public async Task<RunSummary?> FindAsync(long runId, CancellationToken cancellationToken) =>
        await summaries.FindAsync(runId, cancellationToken) is { } json ? JsonSerializer.Deserialize<RunSummary>(json, Json) : null;

    private static RunFacts Facts(Run run) => new(
        run.Definition,
        run.Seed,
        [.. run.Targets.Select(target => new TargetFacts(target.Key, target.DisplayName, target.Offer.Variant, target.Provenance))]);

    private static RunSummaryRow Row(Run run, RunSummary summary, SeriesSummary series) => new()
    {
        RunId = run.Id,
        TargetKey = series.TargetKey,
        Prompt = series.Prompt,
        StartedAt = run.ClaimedAt ?? run.RequestedAt,
        Variant = summary.Targets.First(target => target.Key == series.TargetKey).Variant.ToString(),
        Provenance = run.Provenance,
        Vantage = run.Vantage,
        Clock = series.UserClock > 0 ? ArrivalClock.User : ArrivalClock.Kernel,
        Count = series.Attempted,
        Succeeded = series.Succeeded,
        Outcomes = series.Outcomes.ToDictionary(outcome => outcome.Key.ToString(), outcome => outcome.Value),
        FirstToken = Figures(series.FirstToken),
        Total = Figures(series.Total),
        SpeedMedian = series.OutputSpeed.Median.Value,
        OutputTokensMedian = series.OutputTokens.Median.Value,
        CostUsd = series.CostUsd,
    };

    private static SeriesFigures Figures(MetricSummary metric) => new()
    {
        Count = metric.Count,
        Median = metric.Median.Value,
        Low = metric.Median.Interval?.Lower,
        High = metric.Median.Interval?.Upper,
        P90 = metric.P90.Value,
        P95 = metric.P95.Value,
        P99 = metric.P99.Value,
    };
}
