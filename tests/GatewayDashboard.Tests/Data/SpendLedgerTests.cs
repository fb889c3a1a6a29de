using GatewayDashboard.Core.Benchmarks;
using GatewayDashboard.Core.Completions;
using GatewayDashboard.Core.Measurement;
using GatewayDashboard.Data.Runs;
using GatewayDashboard.Data.Samples;
using GatewayDashboard.Data.Settings;
using GatewayDashboard.Data.Spending;
using GatewayDashboard.Data.Storage;

namespace GatewayDashboard.Tests.Data;

public sealed class SpendLedgerTests(PostgresServer server)
{
    public static TheoryData<DatabaseProvider> Providers => TestDatabase.Both;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Reserve_WithinEveryCap_GivesAPermitPerCall(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider, server);
        var claim = await ClaimAsync(database, Make.Run());

        var answer = await database.Get<SpendLedger>().ReserveBlockAsync(claim, [Make.WorstCase("call-1", 0.02m), Make.WorstCase("call-0", 0.01m)], Cancel);

        Assert.Null(answer.Refusal);
        Assert.Equal([new("call-1", 0.02m), new("call-0", 0.01m)], answer.Permits);
        Assert.Equal(0.03m, (await database.Get<SpendLedger>().FindAsync("2026-11-24", Cancel))!.ReservedUsd);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Reserve_PastTheRunsCap_IsRefusedWhole(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider, server);
        var claim = await ClaimAsync(database, Make.Run(capUsd: 0.05m));

        var answer = await database.Get<SpendLedger>().ReserveBlockAsync(claim, [Make.WorstCase("call-0", 0.03m), Make.WorstCase("call-1", 0.03m)], Cancel);

        Assert.Equal(SpendLimit.RunCap, answer.Refusal!.Limit);
        Assert.Equal("The run's cap of 0.05 USD leaves 0.05 USD; the next calls may cost up to 0.06 USD.", answer.Refusal.Message);
        Assert.Equal(0, (await database.Get<RunQueries>().FindAsync(claim.RunId, Cancel))!.ReservedUnits);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task DayCap_RacedByEightRuns_IsNeverPassed(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider, server);
        var ledger = database.Get<SpendLedger>();
        await database.Get<SettingsStore>().SetSpendingAsync(new() { DayCapUsd = 0.1m }, "test", Cancel);
        var claims = new List<RunClaim>();
        for (var n = 0; n < 8; n++)
        {
            claims.Add(await ClaimAsync(database, Make.Run(blocks: 10, capUsd: 1, prefix: $"r{n}")));
        }

        // 80 calls of 0.003 USD want 0.24 USD; 33 of them fit.
        var granted = await Task.WhenAll(claims.Select((claim, n) => Task.Run(
            async () =>
            {
                var won = 0;
                for (var block = 0; block < 10; block++)
                {
                    won += (await ledger.ReserveBlockAsync(claim, [Make.WorstCase($"r{n}-{block}", 0.003m)], Cancel)).Permits.Count;
                }

                return won;
            },
            Cancel)));

        Assert.Equal(33, granted.Sum());
        var day = (await ledger.FindAsync("2026-11-24", Cancel))!;
        Assert.Equal(0.099m, day.ReservedUsd);
        Assert.True(day.SpentUnits + day.ReservedUnits <= day.CapUnits);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task RunCap_RacedByEight_IsNeverPassed(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider, server);
        var ledger = database.Get<SpendLedger>();
        var claim = await ClaimAsync(database, Make.Run(blocks: 40, capUsd: 0.05m));

        var answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(n => Task.Run(() => ledger.ReserveBlockAsync(claim, [Make.WorstCase($"call-{n}", 0.004m)], Cancel), Cancel)));

        Assert.Equal(12, answers.Sum(answer => answer.Permits.Count));
        Assert.All(answers.Where(answer => answer.Refusal is not null), answer => Assert.Equal(SpendLimit.RunCap, answer.Refusal!.Limit));
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Settling_FreesWhatWasNotNeeded(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider, server);
        var ledger = database.Get<SpendLedger>();
        var claim = await ClaimAsync(database, Make.Run(capUsd: 0.02m));
        await ledger.ReserveBlockAsync(claim, [Make.WorstCase("call-0", 0.02m)], Cancel);
        await ledger.MarkSentAsync(claim, ["call-0"], Cancel);

        await database.Get<SampleStore>().AppendAsync(claim, Make.Sample(Make.Call("call-0", 0), costUsd: 0.001m), Cancel);

        Assert.Equal(SpendLimit.RunCap, (await ledger.ReserveBlockAsync(claim, [Make.WorstCase("call-1", 0.02m)], Cancel)).Refusal!.Limit);
        Assert.Null((await ledger.ReserveBlockAsync(claim, [Make.WorstCase("call-1", 0.019m)], Cancel)).Refusal);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Cost_AboveTheReservation_IsChargedAndCountsAgainstTheCap(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider, server);
        var ledger = database.Get<SpendLedger>();
        var claim = await ClaimAsync(database, Make.Run(capUsd: 0.02m));
        await ledger.ReserveBlockAsync(claim, [Make.WorstCase("call-0", 0.01m)], Cancel);
        await ledger.MarkSentAsync(claim, ["call-0"], Cancel);

        await database.Get<SampleStore>().AppendAsync(claim, Make.Sample(Make.Call("call-0", 0), costUsd: 0.03m), Cancel);

        Assert.Equal(0.03m, (await database.Get<RunQueries>().FindAsync(claim.RunId, Cancel))!.SpentUsd);
        Assert.Equal(0.03m, (await ledger.FindAsync(SpendingPeriod.Everything, Cancel))!.SpentUsd);
        Assert.Equal(SpendLimit.RunCap, (await ledger.ReserveBlockAsync(claim, [Make.WorstCase("call-1", 0.000001m)], Cancel)).Refusal!.Limit);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task NothingSent_CostsNothing(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider, server);
        var ledger = database.Get<SpendLedger>();
        var claim = await ClaimAsync(database, Make.Run());
        await ledger.ReserveBlockAsync(claim, [Make.WorstCase("call-0")], Cancel);
        await ledger.MarkSentAsync(claim, ["call-0"], Cancel);

        await database.Get<SampleStore>().AppendAsync(claim, Make.Sample(Make.Call("call-0", 0), Outcome.ConnectTcp, costUsd: null), Cancel);

        var day = (await ledger.FindAsync("2026-11-24", Cancel))!;
        Assert.Equal((0m, 0m), (day.SpentUsd, day.ReservedUsd));
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Stop_RefusesWhatCosts_AndLetsSimulatedThrough(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider, server);
        var ledger = database.Get<SpendLedger>();
        var live = await ClaimAsync(database, Make.Run(prefix: "live"));
        var simulated = await ClaimAsync(database, Make.Run(provenance: Provenance.Simulated, capUsd: 0, prefix: "sim"));
        await database.Get<SettingsStore>().SetSpendingAsync(new() { Stopped = true }, "test", Cancel);

        Assert.Equal(SpendLimit.Stopped, (await ledger.ReserveBlockAsync(live, [Make.WorstCase("live-0")], Cancel)).Refusal!.Limit);
        Assert.Equal([new("sim-0", 0m)], (await ledger.ReserveBlockAsync(simulated, [Make.WorstCase("sim-0", 0)], Cancel)).Permits);
        Assert.True(await ledger.MarkSentAsync(simulated, ["sim-0"], Cancel));
        Assert.True(await database.Get<SampleStore>().AppendAsync(simulated, Make.Sample(Make.Call("sim-0", 0), costUsd: 0), Cancel));
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task NextDay_HasItsOwnCap_AndTheTotalStillHolds(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider, server);
        var ledger = database.Get<SpendLedger>();
        await database.Get<SettingsStore>().SetSpendingAsync(new() { DayCapUsd = 0.1m, TotalCapUsd = 0.15m }, "test", Cancel);

        var first = await ledger.ReserveAsync(Lone("a", 0.1m), Cancel);
        var sameDay = await ledger.ReserveAsync(Lone("b", 0.1m), Cancel);
        database.Time.Advance(TimeSpan.FromDays(1));
        var total = await ledger.ReserveAsync(Lone("c", 0.1m), Cancel);
        var nextDay = await ledger.ReserveAsync(Lone("d", 0.05m), Cancel);

        Assert.Null(first.Refusal);
        Assert.Equal(SpendLimit.DayCap, sameDay.Refusal!.Limit);
        Assert.Equal(SpendLimit.TotalCap, total.Refusal!.Limit);
        Assert.Equal([new("d", 0.05m)], nextDay.Permits);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task LoneCall_SettledOnce_IsChargedOnce(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider, server);
        var ledger = database.Get<SpendLedger>();
        await ledger.ReserveAsync(Lone("a", 0.1m), Cancel);

        Assert.True(await ledger.SettleAsync("a", Outcome.Ok, 0.02m, sawToken: true, Cancel));
        Assert.False(await ledger.SettleAsync("a", Outcome.Ok, 0.02m, sawToken: true, Cancel));

        var day = (await ledger.FindAsync("2026-11-24", Cancel))!;
        Assert.Equal((0.02m, 0m), (day.SpentUsd, day.ReservedUsd));
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task LoneCall_LeftByACrash_IsChargedInFull(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider, server);
        var ledger = database.Get<SpendLedger>();
        await ledger.ReserveAsync(Lone("a", 0.1m), Cancel);

        await database.Get<RunRecovery>().InterruptDeadAsync(TimeSpan.Zero, Cancel);

        Assert.Equal(0.1m, (await ledger.FindAsync("2026-11-24", Cancel))!.SpentUsd);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task ReturnedLeave_FreesTheMoney_AndTheCallIsInThePlanAgain(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider, server);
        var ledger = database.Get<SpendLedger>();
        var claim = await ClaimAsync(database, Make.Run(capUsd: 0.01m));
        await ledger.ReserveBlockAsync(claim, [Make.WorstCase("call-0")], Cancel);
        await ledger.MarkSentAsync(claim, ["call-0"], Cancel);

        await ledger.ReturnAsync(claim, ["call-0"], Cancel);

        Assert.Equal(0, (await database.Get<RunQueries>().FindAsync(claim.RunId, Cancel))!.ReservedUnits);
        Assert.Null((await ledger.ReserveBlockAsync(claim, [Make.WorstCase("call-0")], Cancel)).Refusal);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task FinishedRun_LeavesNothingSetAside(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider, server);
        var ledger = database.Get<SpendLedger>();
        var claim = await ClaimAsync(database, Make.Run());
        await ledger.ReserveBlockAsync(claim, [Make.WorstCase("call-0"), Make.WorstCase("call-1")], Cancel);

        Assert.True(await database.Get<RunStore>().FinishAsync(claim, RunState.Cancelled, clock: ArrivalClock.Kernel, cancellationToken: Cancel));

        var run = (await database.Get<RunQueries>().FindAsync(claim.RunId, Cancel))!;
        Assert.Equal((RunState.Cancelled, 0L, 0m, ArrivalClock.Kernel), (run.State, run.ReservedUnits, run.SpentUsd, run.Clock));
    }

    private static LoneCall Lone(string id, decimal usd) => new(id, CallPurpose.Playground, Make.Target, Provenance.Measured, usd);

    private static async Task<RunClaim> ClaimAsync(TestDatabase database, NewRun run)
    {
        var runs = database.Get<RunStore>();
        return (await runs.ClaimAsync((await runs.CreateAsync(run, Cancel))!.Value, "me", Cancel))!;
    }
}
