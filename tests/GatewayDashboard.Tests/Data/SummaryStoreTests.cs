using System.Text.Json;
using GatewayDashboard.Core.Benchmarks;
using GatewayDashboard.Core.Measurement;
using GatewayDashboard.Data.History;
using GatewayDashboard.Data.Runs;
using GatewayDashboard.Data.Storage;

namespace GatewayDashboard.Tests.Data;

public sealed class SummaryStoreTests(PostgresServer server)
{
    public static TheoryData<DatabaseProvider> Providers => TestDatabase.Both;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Summary_ReadBack_IsTheSameToTheLastDigit(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider, server);
        var (run, summary) = await SummariseAsync(database, "a");

        await database.Get<SummaryStore>().SaveAsync(run, summary, Cancel);
        await database.Get<SummaryStore>().SaveAsync(run, summary, Cancel);

        var read = await database.Get<SummaryStore>().FindAsync(run.Id, Cancel);
        Assert.Equal(JsonSerializer.Serialize(summary), JsonSerializer.Serialize(read));
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task History_OfATarget_IsOneRowPerRunWithTheSummarysFigures(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider, server);
        var store = database.Get<SummaryStore>();
        var (first, summary) = await SummariseAsync(database, "a");
        await store.SaveAsync(first, summary, Cancel);
        database.Time.Advance(TimeSpan.FromHours(1));
        var (second, later) = await SummariseAsync(database, "b");
        await store.SaveAsync(second, later, Cancel);

        var history = await store.HistoryAsync(Make.Target, Provenance.Measured, Make.At.AddDays(-1), Make.At.AddDays(1), "short", Cancel);

        Assert.Equal([first.Id, second.Id], history.Select(row => row.RunId));
        var (row, series) = (history[0], summary.Series.Single());
        Assert.Equal((series.Attempted, series.FirstToken.Median.Value, series.FirstToken.Median.Lower), (row.Count, row.FirstToken.Median, row.FirstToken.Low));
        Assert.Equal(12, row.Outcomes["Ok"]);
        Assert.Equal("llama-3.1-8b · Instant", row.Variant);
        Assert.Equal(second.Id, Assert.Single(await store.LatestAsync(Cancel)).RunId);
    }

    private static async Task<(Run Run, RunSummary Summary)> SummariseAsync(TestDatabase database, string prefix)
    {
        var id = await database.Get<RunStore>().CreateAsync(Make.Run(blocks: 12, prefix: prefix), Cancel);
        var run = (await database.Get<RunQueries>().FindAsync(id!.Value, Cancel))!;
        var facts = new RunFacts(
            run.Definition, run.Seed, [.. run.Targets.Select(target => new TargetFacts(target.Key, target.DisplayName, target.Offer.Variant, target.Provenance))]);
        return (run, RunSummary.From(facts, [.. Enumerable.Range(0, 12).Select(n => Slower(n, prefix))]));
    }

    private static Sample Slower(int n, string prefix)
    {
        var sample = Make.Sample(Make.Call($"{prefix}-{n}", n) with { WarmUp = false });
        var timeline = sample.Measurement.Timeline;
        return sample with
        {
            // Reused, so that the call counts for the warm series; 7 ms and a third apart, so that no figure is round.
            Measurement = sample.Measurement with
            {
                Timeline = timeline with { FirstToken = timeline.FirstToken + (n * 7_333_333), Connection = new() { Reused = true } },
            },
        };
    }
}
