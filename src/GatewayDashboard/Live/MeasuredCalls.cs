using GatewayDashboard.Core.Benchmarks;
using GatewayDashboard.Core.Measurement;
using GatewayDashboard.Core.Pricing;
using GatewayDashboard.Data.History;
using GatewayDashboard.Data.Runs;
using GatewayDashboard.Data.Samples;

namespace GatewayDashboard.Live;

/// <summary>What the user's own runs say to the calculator: tokens, speeds, bills.</summary>
public sealed class MeasuredCalls(RunQueries runs, SampleStore samples, SummaryStore summaries)
{
    private const int NewestRuns = 20;

    private static readonly RunFilter Ended = new() { States = [RunState.Completed, RunState.Stopped, RunState.Cancelled, RunState.Interrupted] };

    /// <summary>The newest runs that ended, newest first.</summary>
    public async Task<IReadOnlyList<MeasuredRun>> RunsAsync(CancellationToken cancellationToken)
    {
        RunPage page = await runs.ListAsync(Ended, take: NewestRuns, cancellationToken: cancellationToken);
        return [.. page.Runs.Select(run => new MeasuredRun(run.Id, run.Name, run.EndedAt ?? run.RequestedAt, run.Provenance))];
    }

    /// <summary>The tokens and failures of a run; null where no success reported its usage.</summary>
    public async Task<MeasuredUse?> UseAsync(long runId, CancellationToken cancellationToken) =>
        MeasuredUse.Of(await samples.ReadAsync(runId, events: false, cancellationToken).ToListAsync(cancellationToken));

    /// <summary>The newest first-token latency of every target, over all its prompts the one with most samples.</summary>
    public async Task<IReadOnlyList<MeasuredSpeed>> SpeedsAsync(CancellationToken cancellationToken)
    {
        var rows = await summaries.LatestAsync(cancellationToken);
        return [.. rows.Where(row => row.FirstToken.Median is not null)
            .GroupBy(row => (row.TargetKey, Simulated: row.Provenance == Provenance.Simulated))
            .Select(group => group.OrderByDescending(row => row.StartedAt).ThenByDescending(row => row.FirstToken.Count).First())
            .Select(row => new MeasuredSpeed(row.TargetKey, row.FirstToken.Median!.Value, row.FirstToken.Count, row.Provenance == Provenance.Simulated))];
    }

    /// <summary>Estimate against reported cost for each offer in the newest runs; empty where no live call reported a cost.</summary>
    public async Task<IReadOnlyList<(string Offer, BilledCheck Check)>> BillsAsync(PriceCatalogue prices, CancellationToken cancellationToken)
    {
        RunPage page = await runs.ListAsync(Ended with { Provenance = Provenance.Measured }, take: NewestRuns, cancellationToken: cancellationToken);
        var calls = new List<(string Key, ModelPrice? Price, TokenUsage Usage)>();
        foreach (Run run in page.Runs)
        {
            await foreach (Sample sample in samples.ReadAsync(run.Id, events: false, cancellationToken))
            {
                if (sample.Measurement.Usage is { } usage && run.Targets.FirstOrDefault(target => target.Key == sample.Call.TargetKey) is { } target)
                {
                    calls.Add((target.Key, prices.Find(target.Offer.GatewayId, target.Offer.ModelId), usage));
                }
            }
        }

        return [.. calls.GroupBy(call => call.Key)
            .Select(group => (group.Key, BilledCheck.Of(group.Select(call => (call.Price, call.Usage)))))
            .Where(check => check.Item2.Calls > 0)];
    }
}

/// <summary>A run that ended.</summary>
/// <param name="Id">The run.</param>
/// <param name="Name">Its name.</param>
/// <param name="EndedAt">When it ended.</param>
/// <param name="Provenance">Live, custom address or simulated.</param>
public sealed record MeasuredRun(long Id, string Name, DateTimeOffset EndedAt, Provenance Provenance)
{
    /// <summary>How it stands in a list.</summary>
    public string Words => $"{Name} · run {Id} · {EndedAt.UtcDateTime:yyyy-MM-dd HH:mm} UTC{(Provenance == Provenance.Simulated ? " · simulated" : "")}";
}

/// <summary>How fast an offer was when last measured.</summary>
/// <param name="TargetKey">Gateway id, slash, model id.</param>
/// <param name="MedianMs">Median first-token latency, ms.</param>
/// <param name="Count">Samples it rests on.</param>
/// <param name="Simulated">Whether the simulator played the gateway.</param>
public sealed record MeasuredSpeed(string TargetKey, double MedianMs, int Count, bool Simulated);
