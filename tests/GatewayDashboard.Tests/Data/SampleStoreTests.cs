using System.Text.Json;
using GatewayDashboard.Core.Benchmarks;
using GatewayDashboard.Core.Completions;
using GatewayDashboard.Core.Measurement;
using GatewayDashboard.Data.Runs;
using GatewayDashboard.Data.Samples;
using GatewayDashboard.Data.Spending;
using GatewayDashboard.Data.Storage;
using Microsoft.EntityFrameworkCore;

namespace GatewayDashboard.Tests.Data;

public sealed class SampleStoreTests(PostgresServer server)
{
    public static TheoryData<DatabaseProvider> Providers => TestDatabase.Both;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Sample_ReadBack_HasLostNothingAFigureRestsOn(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider, server);
        var claim = await SentAsync(database, "call-0");
        var sample = Full();

        Assert.True(await database.Get<SampleStore>().AppendAsync(claim, sample, Cancel));
        var read = Assert.Single(await database.Get<SampleStore>().ReadAsync(claim.RunId, events: true, Cancel).ToListAsync(Cancel));

        // Lists are compared by reference in records, so the whole is compared as JSON; texts of answers are not kept.
        Assert.Equal(JsonSerializer.Serialize(sample), JsonSerializer.Serialize(read));
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Sample_AppendedTwice_IsKeptOnce(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider, server);
        var claim = await SentAsync(database, "call-0");
        var samples = database.Get<SampleStore>();

        Assert.True(await samples.AppendAsync(claim, Make.Sample(Make.Call("call-0", 0)), Cancel));
        Assert.False(await samples.AppendAsync(claim, Make.Sample(Make.Call("call-0", 0)), Cancel));

        Assert.Single(await samples.ReadAsync(claim.RunId, events: false, Cancel).ToListAsync(Cancel));
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Sample_OfACallNeverReserved_IsRefused(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider, server);
        var claim = await SentAsync(database, "call-0");

        Assert.False(await database.Get<SampleStore>().AppendAsync(claim, Make.Sample(Make.Call("call-1", 1)), Cancel));
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Events_OnceGone_LeaveTheFigures(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider, server);
        var claim = await SentAsync(database, "call-0");
        var sample = Full();
        await database.Get<SampleStore>().AppendAsync(claim, sample, Cancel);
        await using (var db = database.Open())
        {
            await db.SampleEvents.ExecuteDeleteAsync(Cancel);
        }

        var read = Assert.Single(await database.Get<SampleStore>().ReadAsync(claim.RunId, events: true, Cancel).ToListAsync(Cancel));

        Assert.Empty(read.Measurement.Timeline.Tokens);
        Assert.Equal(sample.Measurement.FirstToken, read.Measurement.FirstToken);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Samples_ReadBack_StandInPlanOrder(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider, server);
        var claim = await SentAsync(database, "call-0", "call-1", "call-2");
        foreach (var block in new[] { 2, 0, 1 })
        {
            await database.Get<SampleStore>().AppendAsync(claim, Make.Sample(Make.Call($"call-{block}", block)), Cancel);
        }

        var read = await database.Get<SampleStore>().ReadAsync(claim.RunId, events: false, Cancel).ToListAsync(Cancel);

        Assert.Equal([0, 1, 2], read.Select(sample => sample.Call.Block));
    }

    [Fact]
    public void Events_OfAThousandTokens_PackSmall()
    {
        // 20 ms apart with a jitter of microseconds, four bytes each: what a stream of 50 tokens a second looks like.
        var tokens = Enumerable.Range(0, 1000).Select(n => new TokenEvent(1_000 + (n * 20_000_000L) + (n * 7919 % 100_000), TokenChannel.Answer, 4, n % 9 == 0)).ToArray();

        var packed = TokenEventCodec.Pack(tokens, 1_000);

        Assert.Equal(tokens, TokenEventCodec.Unpack(packed, 1_000));
        Assert.InRange(packed.Length, 1, 5_000);
    }

    private static async Task<RunClaim> SentAsync(TestDatabase database, params string[] calls)
    {
        var (runs, ledger) = (database.Get<RunStore>(), database.Get<SpendLedger>());
        var claim = (await runs.ClaimAsync((await runs.CreateAsync(Make.Run(), Cancel))!.Value, "me", Cancel))!;
        await ledger.ReserveBlockAsync(claim, [.. calls.Select(call => Make.WorstCase(call))], Cancel);
        await ledger.MarkSentAsync(claim, calls, Cancel);
        return claim;
    }

    private static Sample Full() => Make.Sample(Make.Call("call-0", 0), Outcome.StreamError, 0.000123456789m) with
    {
        Measurement = new()
        {
            RequestId = "call-0",
            Outcome = Outcome.StreamError,
            Fault = new("upstream gave up", 200, "server_error", "Try again later.", TimeSpan.FromSeconds(20)),
            Clock = ArrivalClock.Kernel,
            Timeline = new()
            {
                Scheduled = 8_123_456_789_001,
                Call = 8_123_456_789_012,
                Start = 8_123_456_800_345,
                Headers = 8_123_556_800_346,
                FirstComment = 8_123_556_800_347,
                FirstEvent = 8_123_656_800_348,
                FirstToken = 8_123_756_800_349,
                FirstReasoning = 8_123_756_800_349,
                FirstAnswer = 8_123_856_800_351,
                LastToken = 8_123_956_800_352,
                Done = 8_124_056_800_353,
                Tokens =
                [
                    new(8_123_756_800_349, TokenChannel.Reasoning, 12, false),
                    new(8_123_856_800_351, TokenChannel.Answer, 3, true),
                    new(8_123_856_800_351, TokenChannel.ToolCall, 0, true),
                    new(8_123_956_800_352, TokenChannel.Refusal, 70_000, false),
                ],
                Connection = new()
                {
                    PoolWait = TimeSpan.FromMicroseconds(5),
                    Dns = TimeSpan.FromMicroseconds(1_001),
                    Tcp = TimeSpan.FromMicroseconds(20_002),
                    Tls = TimeSpan.FromMicroseconds(30_003),
                    RemoteAddress = "104.16.0.1:443",
                },
            },
            Usage = new() { Input = 203, Output = 410, Reasoning = 12, CachedInput = 7, CostUsd = 0.00004575m, FoundAt = "x_groq.usage" },
            NormalisedOutput = 402,
            FinishReason = "error",
            Status = 200,
            ServedModel = "llama-3.1-8b-instant",
            ServedProvider = "DeepInfra",
            SystemFingerprint = "fp_1",
            Reads = 5,
            CoalescedReads = 1,
            Notes = ["no-done", "buffered"],
            Headers = [new("x-request-id", "req_1"), new("server", "cloudflare")],
        },
    };
}
