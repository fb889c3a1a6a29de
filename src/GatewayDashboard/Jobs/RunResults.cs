using System.Text.Json;
using System.Text.Json.Serialization;
using GatewayDashboard.Core.Benchmarks;
using GatewayDashboard.Data.History;
using GatewayDashboard.Data.Runs;
using GatewayDashboard.Data.Samples;

namespace GatewayDashboard.Jobs;

/// <summary>Computes an ended run's figures once and keeps them: page, export, history and command line read what is kept.</summary>
public sealed class RunResults(SampleStore samples, SummaryStore summaries)
{
    /// <summary>How runs are written to exports.</summary>
    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) } };

    /// <summary>Computes and keeps the figures of a run from its stored samples.</summary>
    public async Task KeepAsync(Run run, CancellationToken cancellationToken)
    {
        var taken = await samples.ReadAsync(run.Id, events: false, cancellationToken).ToListAsync(cancellationToken);
        if (taken.Count == 0)
        {
            return;
        }

        await summaries.SaveAsync(run, RunSummary.From(Facts(run), taken), cancellationToken);
    }

    /// <summary>The kept figures of a run, or null where nothing was measured.</summary>
    public Task<RunSummary?> FindAsync(long runId, CancellationToken cancellationToken) => summaries.FindAsync(runId, cancellationToken);

    private static RunFacts Facts(Run run) => new(
        run.Definition,
        run.Seed,
        [.. run.Targets.Select(target => new TargetFacts(target.Key, target.DisplayName, target.Offer.Variant, target.Provenance))]);
}
