using GatewayDashboard.Core.Completions;

namespace GatewayDashboard.Core.Tests.Completions;

/// <summary>The five clocks, and the patience after the answer is complete.</summary>
public sealed class ClockTests
{
    private const string Good = "data: {\"model\":\"m\",\"choices\":[{\"index\":0,\"delta\":{\"content\":\"Hi\"},\"finish_reason\":\"stop\"}]}\n\ndata: [DONE]\n\n";
    private const string Begun = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n";
    private const string Part = "data: {\"choices\":[{\"delta\":{\"content\":\"part\"}}]}\n\n";

    private static readonly CallLimits Short = new() { Headers = Ms(200), FirstToken = Ms(200), Idle = Ms(200), Total = Ms(5000) };

    private static TimeSpan Ms(int milliseconds) => TimeSpan.FromMilliseconds(milliseconds);

    private static string Chunk(string text) => $"{text.Length:x}\r\n{text}\r\n";

    [Theory]
    [InlineData("", Outcome.TimeoutHeaders)]
    [InlineData(Begun, Outcome.TimeoutFirstToken)]
    [InlineData(Begun + "37\r\n" + Part + "\r\n", Outcome.TimeoutIdle)]
    public async Task Silence_EndsByTheClockOfItsPhase(string response, Outcome outcome)
    {
        await using var server = new ScriptedServer(async exchange =>
        {
            await exchange.SendAsync(response.Replace("37\r\n", $"{Part.Length:x}\r\n", StringComparison.Ordinal));
            await exchange.WaitAsync(60_000);
        });

        var measurement = await Call.OnceAsync(server, Short);

        Assert.Equal(outcome, measurement.Outcome);
        Assert.InRange(measurement.TimeToFailure!.Value.TotalMilliseconds, 195, 4000);
    }

    // Heartbeats keep the line busy, not the model.
    [Theory]
    [InlineData("", Outcome.TimeoutFirstToken)]
    [InlineData(Part, Outcome.TimeoutIdle)]
    public async Task Heartbeats_AreNoProgress(string before, Outcome outcome)
    {
        await using var server = new ScriptedServer(async exchange =>
        {
            await exchange.SendAsync(Begun + (before.Length > 0 ? Chunk(before) : ""));
            while (true)
            {
                await exchange.SendAsync(Chunk(": OPENROUTER PROCESSING\n\n"));
                await exchange.WaitAsync(30);
            }
        });

        Assert.Equal(outcome, (await Call.OnceAsync(server, Short)).Outcome);
    }

    [Fact]
    public async Task TokensWithoutEnd_EndByTheTotalClock()
    {
        await using var server = new ScriptedServer(async exchange =>
        {
            await exchange.SendAsync(Begun);
            while (true)
            {
                await exchange.SendAsync(Chunk(Part));
                await exchange.WaitAsync(50);
            }
        });

        var measurement = await Call.OnceAsync(server, Short with { Total = Ms(400) });

        Assert.Equal(Outcome.TimeoutTotal, measurement.Outcome);
        Assert.StartsWith("partpart", measurement.Answer, StringComparison.Ordinal);
    }

    // Some gateways never close after [DONE]; the lane is given up, the call is good and its end is where [DONE] was.
    [Fact]
    public async Task PeerThatNeverCloses_AfterDone_IsGood()
    {
        await using var server = new ScriptedServer(async exchange =>
        {
            await exchange.SendAsync(Begun + Chunk(Good));
            await exchange.WaitAsync(60_000);
        });

        var measurement = await Call.OnceAsync(server);

        Assert.Equal(Outcome.Ok, measurement.Outcome);
        Assert.Equal(measurement.Timeline.LastToken, measurement.Timeline.Done);
        Assert.Contains("left-open", measurement.Notes);
    }

    [Fact]
    public async Task Usage_AfterTheFinishReason_IsWaitedFor()
    {
        await using var server = new ScriptedServer(async exchange =>
        {
            await exchange.SendAsync(Begun + Chunk("data: {\"choices\":[{\"delta\":{\"content\":\"a\"},\"finish_reason\":\"stop\"}]}\n\n"));
            await exchange.WaitAsync(60);
            await exchange.SendAsync(Chunk("data: {\"choices\":[],\"usage\":{\"completion_tokens\":1}}\n\n") + "0\r\n\r\n");
        });

        var measurement = await Call.OnceAsync(server);

        Assert.Equal((Outcome.Ok, 1), (measurement.Outcome, measurement.Usage?.Output));
        Assert.Contains("no-done", measurement.Notes);
    }
}
