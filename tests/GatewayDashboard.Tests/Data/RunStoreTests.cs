using GatewayDashboard.Core.Benchmarks;
using GatewayDashboard.Core.Spending;
using GatewayDashboard.Data.Runs;
using GatewayDashboard.Data.Samples;
using GatewayDashboard.Data.Spending;
using GatewayDashboard.Data.Storage;

namespace GatewayDashboard.Tests.Data;

public sealed class RunStoreTests(PostgresServer server)
{
    public static TheoryData<DatabaseProvider> Providers => TestDatabase.Both;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Run_ReadBack_HoldsWhatItWasMadeFrom(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider, server);
        var made = Make.Run() with { Tags = ["nightly", "eu"], Notes = "after the move", ScheduledFor = Make.At };
        var id = await database.Get<RunStore>().CreateAsync(made, Cancel);

        var run = await database.Get<RunQueries>().FindAsync(id!.Value, Cancel);

        Assert.NotNull(run);
        Assert.Equal(made.Seed, run.Seed);
        Assert.Equal(made.Targets, run.Targets);
        Assert.Equal(made.Tags, run.Tags);
        Assert.Equal(made.ScheduledFor, run.ScheduledFor);
        Assert.Equal(made.Definition.Prompts, run.Definition.Prompts);
        Assert.Equal(made.Definition.Limits, run.Definition.Limits);
        Assert.Equal((RunState.Queued, 3, 0.25m), (run.State, run.PlannedCalls, run.CapUsd));
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Calls_ReadBack_AreThePlan(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider, server);
        var made = Make.Run();
        var id = await database.Get<RunStore>().CreateAsync(made, Cancel);

        var calls = await database.Get<RunQueries>().CallsAsync(id!.Value, Cancel);

        Assert.Equal(made.Calls, calls.Select(call => call.ToPlannedCall()));
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Claim_RacedByEight_HasOneWinner(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider, server);
        var runs = database.Get<RunStore>();
        for (var round = 0; round < 5; round++)
        {
            var id = await runs.CreateAsync(Make.Run(prefix: $"round{round}"), Cancel);

            var claims = await Task.WhenAll(Enumerable.Range(0, 8).Select(n => Task.Run(() => runs.ClaimAsync(id!.Value, $"instance {n}", Cancel), Cancel)));

            Assert.Single(claims, claim => claim is not null);
        }
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Slot_UsedTwice_MakesOneRun(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider, server);
        var runs = database.Get<RunStore>();

        var first = await runs.CreateAsync(Make.Run(slotKey: "7@2026-11-24T10:00Z", prefix: "a"), Cancel);
        var second = await runs.CreateAsync(Make.Run(slotKey: "7@2026-11-24T10:00Z", prefix: "b"), Cancel);

        Assert.NotNull(first);
        Assert.Null(second);
        Assert.Equal(1, (await database.Get<RunQueries>().ListAsync(new(), cancellationToken: Cancel)).Total);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Heartbeat_AfterCancelWasAsked_SaysCancel(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider, server);
        var runs = database.Get<RunStore>();
        var claim = await runs.ClaimAsync((await runs.CreateAsync(Make.Run(), Cancel))!.Value, "me", Cancel);
        Assert.Equal(RunSignal.Continue, await runs.HeartbeatAsync(claim!, Cancel));

        Assert.True(await runs.RequestCancelAsync(claim!.RunId, Cancel));

        Assert.Equal(RunSignal.Cancel, await runs.HeartbeatAsync(claim, Cancel));
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task WaitingRun_Cancelled_CannotBeClaimed(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider, server);
        var runs = database.Get<RunStore>();
        var id = (await runs.CreateAsync(Make.Run(), Cancel))!.Value;

        await runs.RequestCancelAsync(id, Cancel);

        Assert.Null(await runs.ClaimAsync(id, "me", Cancel));
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task List_Filtered_CountsAndOrders(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider, server);
        var runs = database.Get<RunStore>();
        for (var i = 0; i < 5; i++)
        {
            database.Time.Advance(TimeSpan.FromHours(1));
            await runs.CreateAsync(Make.Run(prefix: $"r{i}") with { Notes = i == 3 ? "The Odd One" : null }, Cancel);
        }

        var queries = database.Get<RunQueries>();
        var page = await queries.ListAsync(new() { States = [RunState.Queued], From = Make.At.AddHours(1.5) }, skip: 1, take: 2, Cancel);
        var odd = await queries.ListAsync(new() { Text = "odd" }, cancellationToken: Cancel);

        Assert.Equal(4, page.Total);
        Assert.Equal([13, 12], page.Runs.Select(run => run.RequestedAt.Hour - 1));
        Assert.Equal("The Odd One", Assert.Single(odd.Runs).Notes);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task FencedOwner_AfterTakeOver_CanDoNothing(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider, server);
        var (runs, ledger) = (database.Get<RunStore>(), database.Get<SpendLedger>());
        var stalled = (await runs.ClaimAsync((await runs.CreateAsync(Make.Run(), Cancel))!.Value, "me", Cancel))!;
        await ledger.ReserveBlockAsync(stalled, [Make.WorstCase("call-0")], Cancel);
        database.Time.Advance(TimeSpan.FromMinutes(2));
        await database.Get<RunRecovery>().InterruptDeadAsync(TimeSpan.FromSeconds(30), Cancel);
        await runs.ContinueAsync(stalled.RunId, Cancel);
        var current = (await runs.ClaimAsync(stalled.RunId, "me", Cancel))!;
        await ledger.ReserveBlockAsync(current, [Make.WorstCase("call-0")], Cancel);

        Assert.Equal(RunSignal.Lost, await runs.HeartbeatAsync(stalled, Cancel));
        Assert.False(await ledger.MarkSentAsync(stalled, ["call-0"], Cancel));
        Assert.Equal(SpendLimit.Lost, (await ledger.ReserveBlockAsync(stalled, [Make.WorstCase("call-1")], Cancel)).Refusal!.Limit);
        Assert.False(await database.Get<SampleStore>().AppendAsync(stalled, Make.Sample(Make.Call("call-0", 0)), Cancel));
        Assert.False(await runs.FinishAsync(stalled, RunState.Completed, cancellationToken: Cancel));
        Assert.True(await ledger.MarkSentAsync(current, ["call-0"], Cancel));
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Crash_LeavesNothingRunning_RefundsReserved_ChargesSent(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider, server);
        var (runs, ledger) = (database.Get<RunStore>(), database.Get<SpendLedger>());
        var claim = (await runs.ClaimAsync((await runs.CreateAsync(Make.Run(blocks: 4), Cancel))!.Value, "me", Cancel))!;
        await ledger.ReserveBlockAsync(claim, [Make.WorstCase("call-0"), Make.WorstCase("call-1")], Cancel);
        await ledger.MarkSentAsync(claim, ["call-0", "call-1"], Cancel);
        await database.Get<SampleStore>().AppendAsync(claim, Make.Sample(Make.Call("call-0", 0), costUsd: 0.002m), Cancel);
        await ledger.ReserveBlockAsync(claim, [Make.WorstCase("call-2")], Cancel);

        // The process dies here: one call done, one sent, one reserved, one planned.
        var interrupted = await database.Get<RunRecovery>().InterruptDeadAsync(TimeSpan.Zero, Cancel);

        Assert.Equal(new InterruptedRun(claim.RunId, Done: 1, NotSent: 2, Ambiguous: 1), Assert.Single(interrupted));
        var run = (await database.Get<RunQueries>().FindAsync(claim.RunId, Cancel))!;
        Assert.Equal((RunState.Interrupted, 0.012m, 0L), (run.State, run.SpentUsd, run.ReservedUnits));
        var day = (await ledger.FindAsync("2026-11-24", Cancel))!;
        Assert.Equal((0.012m, 0m), (day.SpentUsd, day.ReservedUsd));
        Assert.Empty(await database.Get<RunRecovery>().InterruptDeadAsync(TimeSpan.Zero, Cancel));
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task ContinuedRun_SendsOnlyWhatWasNeverSent(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider, server);
        var (runs, ledger) = (database.Get<RunStore>(), database.Get<SpendLedger>());
        var claim = (await runs.ClaimAsync((await runs.CreateAsync(Make.Run(), Cancel))!.Value, "me", Cancel))!;
        await ledger.ReserveBlockAsync(claim, [Make.WorstCase("call-0")], Cancel);
        await ledger.MarkSentAsync(claim, ["call-0"], Cancel);
        await database.Get<RunRecovery>().InterruptDeadAsync(TimeSpan.Zero, Cancel);

        Assert.True(await runs.ContinueAsync(claim.RunId, Cancel));
        var again = (await runs.ClaimAsync(claim.RunId, "me", Cancel))!;
        var refused = await ledger.ReserveBlockAsync(again, [Make.WorstCase("call-0")], Cancel);
        var granted = await ledger.ReserveBlockAsync(again, [Make.WorstCase("call-1")], Cancel);

        Assert.Equal(SpendLimit.NotPlanned, refused.Refusal!.Limit);
        Assert.Null(granted.Refusal);
        var states = await database.Get<RunQueries>().ProgressAsync(claim.RunId, Cancel);
        Assert.Equal((1, 1, 1), (states[CallState.Ambiguous], states[CallState.Reserved], states[CallState.Planned]));
    }
}
