using GatewayDashboard.Core.Completions;
using GatewayDashboard.Core.Measurement;

namespace GatewayDashboard.Core.Tests.Completions;

public sealed class GatewayClientTests
{
    private const string Answer = """
        data: {"id":"1","model":"m","choices":[{"index":0,"delta":{"role":"assistant","content":""}}]}

        data: {"id":"1","model":"m","choices":[{"index":0,"delta":{"content":"Hel"}}]}

        data: {"id":"1","model":"m","choices":[{"index":0,"delta":{"content":"lo"},"finish_reason":"stop"}]}

        data: {"id":"1","model":"m","choices":[],"usage":{"prompt_tokens":9,"completion_tokens":2}}

        data: [DONE]


        """;

    [Fact]
    public async Task Call_WholeStream_IsMeasured()
    {
        var measurement = await Call.OnceAsync(ScriptedServer.Stream(Answer));

        Assert.Equal((Outcome.Ok, "Hello", "stop"), (measurement.Outcome, measurement.Answer, measurement.FinishReason));
        Assert.Equal((9, 2), (measurement.Usage!.Input, measurement.Usage.Output));
        Assert.NotNull(measurement.FirstToken);
        Assert.True(measurement.Total >= measurement.FirstToken);
        Assert.Equal("m", measurement.ServedModel);
    }

    [Fact]
    public async Task Call_OnLinux_IsStampedByTheKernel()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux stamps received bytes.");

        var measurement = await Call.OnceAsync(ScriptedServer.Stream(Answer));

        Assert.Equal(ArrivalClock.Kernel, measurement.Clock);
    }

    [Fact]
    public async Task Call_UserClockForced_SaysSo()
    {
        await using var server = new ScriptedServer(ScriptedServer.Stream(Answer));
        using var client = Call.Client(server.Address, new GatewayClientOptions { Clock = ArrivalClock.User });

        var (measurement, _) = await Call.SendAsync(client, Call.To(server.Address));

        Assert.Equal(ArrivalClock.User, measurement.Clock);
    }

    [Fact]
    public async Task Calls_OneAfterTheOther_ShareOneConnection()
    {
        await using var server = new ScriptedServer(ScriptedServer.Stream(Answer));
        using var client = Call.Client(server.Address);

        var (first, _) = await Call.SendAsync(client, Call.To(server.Address));
        var (second, _) = await Call.SendAsync(client, Call.To(server.Address));

        Assert.Equal((false, true, 1), (first.Warm, second.Warm, server.Connections));
        Assert.NotNull(first.ConnectTime);
        Assert.Null(second.ConnectTime);
    }

    [Fact]
    public async Task Calls_WithDifferentKeys_NeverShareAConnection()
    {
        await using var server = new ScriptedServer(ScriptedServer.Stream(Answer));
        using var client = Call.Client(server.Address);

        await Call.SendAsync(client, Call.To(server.Address, key: "key-one-0123456789"));
        await Call.SendAsync(client, Call.To(server.Address, key: "key-two-0123456789"));

        Assert.Equal(2, server.Connections);
    }

    [Fact]
    public async Task Call_AfterAFailedOne_TakesAFreshConnection()
    {
        var calls = 0;
        await using var server = new ScriptedServer(exchange =>
            // The first stream stops without a finish signal though its body is complete.
            exchange.SendAsync(ScriptedServer.Stream(calls++ == 0 ? "data: {\"choices\":[{\"delta\":{\"content\":\"a\"}}]}\n\n" : Answer)));
        using var client = Call.Client(server.Address);

        var (first, _) = await Call.SendAsync(client, Call.To(server.Address));
        var (second, _) = await Call.SendAsync(client, Call.To(server.Address));

        Assert.Equal((Outcome.Cut, Outcome.Ok, false), (first.Outcome, second.Outcome, second.Warm));
    }

    [Fact]
    public async Task Call_IdleConnectionClosedByThePeer_ConnectsAgain()
    {
        await using var server = new ScriptedServer(async exchange =>
        {
            await exchange.SendAsync(ScriptedServer.Stream(Answer));
            exchange.Close();
        });
        using var client = Call.Client(server.Address);

        await Call.SendAsync(client, Call.To(server.Address));
        await Task.Delay(50, TestContext.Current.CancellationToken);
        var (second, _) = await Call.SendAsync(client, Call.To(server.Address));

        Assert.Equal((Outcome.Ok, false, 2), (second.Outcome, second.Warm, server.Connections));
    }

    [Fact]
    public async Task Call_CancelledMidway_EndsAsCancelledWithItsText()
    {
        await using var server = new ScriptedServer(async exchange =>
        {
            await exchange.SendAsync("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\ndata: {\"choices\":[{\"delta\":{\"content\":\"part\"}}]}\n\n");
            await exchange.WaitAsync(60_000);
        });
        using var client = Call.Client(server.Address);
        using var stop = new CancellationTokenSource();
        CallMeasurement? measurement = null;

        await foreach (var happening in client.StreamAsync(Call.To(server.Address), Call.Request, new("id", 0), new CallLimits(), stop.Token))
        {
            if (happening is TextDelta)
            {
                await stop.CancelAsync();
            }

            measurement = (happening as CallEnded)?.Measurement;
        }

        Assert.Equal((Outcome.Cancelled, "part"), (measurement!.Outcome, measurement.Answer));
        Assert.Null(measurement.Total);
        Assert.NotNull(measurement.TimeToFailure);
    }

    [Fact]
    public async Task Call_NotStreamed_CountsForTotalLatencyOnly()
    {
        await using var server = new ScriptedServer(ScriptedServer.Answer(
            """{"model":"m","choices":[{"index":0,"message":{"role":"assistant","content":"Whole"},"finish_reason":"stop"}],"usage":{"completion_tokens":1}}""", "200 OK", "application/json"));
        using var client = Call.Client(server.Address);

        var (measurement, _) = await Call.SendAsync(client, Call.To(server.Address), Call.Request with { Stream = false });

        Assert.Equal((Outcome.Ok, "Whole"), (measurement.Outcome, measurement.Answer));
        Assert.NotNull(measurement.Total);
        Assert.Null(measurement.FirstToken);
    }

    [Fact]
    public async Task WarmUp_LeavesNothingBehind()
    {
        await GatewayClient.WarmUpAsync(TestContext.Current.CancellationToken);
    }
}
