using GatewayDashboard.Core.Gateways;
using GatewayDashboard.Data.Benchmarks;
using GatewayDashboard.Data.Runs;
using GatewayDashboard.Data.Storage;

namespace GatewayDashboard.Tests.Data;

public sealed class BenchmarkStoreTests(PostgresServer server)
{
    public static TheoryData<DatabaseProvider> Providers => TestDatabase.Both;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Benchmark_Changed_IsReadAsChanged(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider, server);
        var benchmarks = database.Get<BenchmarkStore>();
        var id = await benchmarks.AddAsync(Make.Run().Definition, Offers, ["eu"], Cancel);

        Assert.True(await benchmarks.ChangeAsync(id, Make.Run().Definition with { Name = "Renamed", Runs = 50, Temperature = null }, Offers, [], Cancel));

        var kept = (await benchmarks.FindAsync(id, Cancel))!;
        Assert.Equal(("Renamed", 50, null), (kept.Name, kept.Benchmark.Runs, kept.Benchmark.Temperature));
        Assert.Equal(Offers, kept.Offers);
        Assert.Empty(kept.Tags);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Benchmark_Removed_TakesItsSchedulesAndLeavesItsRuns(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider, server);
        var (benchmarks, schedules) = (database.Get<BenchmarkStore>(), database.Get<ScheduleStore>());
        var id = await benchmarks.AddAsync(Make.Run().Definition, Offers, [], Cancel);
        await schedules.SaveAsync(Hourly(id), Cancel);
        var run = await database.Get<RunStore>().CreateAsync(Make.Run() with { BenchmarkId = id }, Cancel);

        Assert.True(await benchmarks.RemoveAsync(id, Cancel));

        Assert.Empty(await schedules.ListAsync(Cancel));
        Assert.Null((await database.Get<RunQueries>().FindAsync(run!.Value, Cancel))!.BenchmarkId);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Slot_RacedByEight_HasOneOwner(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider, server);
        var schedules = database.Get<ScheduleStore>();
        var schedule = await schedules.SaveAsync(Hourly(await database.Get<BenchmarkStore>().AddAsync(Make.Run().Definition, Offers, [], Cancel)), Cancel);

        // The same moment in two zones is the same slot.
        var won = await Task.WhenAll(Enumerable.Range(0, 8).Select(n =>
            Task.Run(() => schedules.TakeSlotAsync(schedule, Make.At.ToOffset(TimeSpan.FromHours(n % 2)), Cancel), Cancel)));

        Assert.Single(won, taken => taken);
    }

    private static readonly ModelOffer[] Offers = [new("groq", "llama-3.1-8b-instant", new("llama-3.1-8b", "Instant"))];

    private static Schedule Hourly(long benchmark) => new() { BenchmarkId = benchmark, Cron = "0 * * * *", TimeZone = "Europe/Warsaw", CreatedAt = Make.At };
}
