using System.Net.Sockets;
using System.Text;
using GatewayDashboard.Simulator;
using GatewayDashboard.Simulator.Faults;

namespace GatewayDashboard.Tests.Simulator;

public sealed class FaultTests
{
    // Several times a sound answer; what never ends is left there.
    private const int ReadAtMost = 24_000;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Catalogue_EveryFaultInEveryVariant_IsPlayedAndJournaledWhileANeighbourStaysSound()
    {
        await using var gateways = await SimulatedGateways.StartAsync(new SimulatorOptions { TimeScale = 100 }, Cancelled);
        var played = FaultCatalogue.All
            .SelectMany(fault => Enumerable.Range(0, fault.Variants).Select(variant => (fault.Id, Variant: variant)))
            .ToList();

        await Task.WhenAll(played.Select(one => RawAsync(gateways, one.Id, one.Variant, requestId: $"{one.Id}/{one.Variant}", seconds: 2)));
        var neighbour = await RawAsync(gateways, model: "sim/ok?tokens=30", requestId: "neighbour");

        Assert.EndsWith("data: [DONE]\n\n\r\n0\r\n\r\n", neighbour, StringComparison.Ordinal);
        foreach (var (id, variant) in played)
        {
            var entry = await gateways.Journal.WaitForAsync($"{id}/{variant}", Cancelled);
            Assert.Equal(id, entry.Fault);
        }
    }

    [Fact]
    public void Catalogue_Ids_AreUniqueAndEachHasOneLine()
    {
        Assert.Equal(FaultCatalogue.All.Count, FaultCatalogue.All.Select(fault => fault.Id).Distinct().Count());
        Assert.All(FaultCatalogue.All, fault => Assert.DoesNotContain('\n', fault.Meaning));
    }

    // What each fault must show on the wire, taken from the fault's own line and not from the code that makes it.
    [Theory]
    [InlineData("C1", 0, "HTTP/1.1 400 ")]
    [InlineData("C2", 0, "Bearer sk-echo")]
    [InlineData("C3", 0, "HTTP/1.1 402 ")]
    [InlineData("C5", 0, "<title>Just a moment...</title>")]
    [InlineData("C11", 0, "\"detail\":[")]
    [InlineData("C12", 0, "Retry-After: 7\r\n")]
    [InlineData("C14", 1, "Retry-After: -1\r\n")]
    [InlineData("C15", 0, "x-ratelimit-reset-requests: 1m30.5s\r\n")]
    [InlineData("C21", 0, "\"object\":\"chat.completion\",")]
    [InlineData("C26", 0, "HTTP/1.1 302 ")]
    [InlineData("C28", 0, "Location: http://169.254.169.254/")]
    [InlineData("C31", 0, "Content-Encoding: gzip\r\n")]
    [InlineData("C34", 0, "SSH-2.0-")]
    [InlineData("C37", 0, "zz\r\n")]
    [InlineData("C38", 0, "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 100 Continue\r\n\r\n")]
    [InlineData("C42", 0, "\r\n0\r\nx-stream-error: 500 upstream failed\r\n\r\n")]
    [InlineData("D3", 0, "}\r\n\r\n")]
    [InlineData("D3", 1, "}\r\r")]
    [InlineData("D4", 0, "data:{\"id\"")]
    [InlineData("D8", 0, "event: error\n")]
    [InlineData("D11", 0, ",\ndata: \"choices\"")]
    [InlineData("D17", 0, "\r\n\r\ne\r\ndata: [DONE]\n\n\r\n0\r\n\r\n")]
    [InlineData("D19", 1, "data: [done]\n\n")]
    [InlineData("D24", 0, "data: : OPENROUTER PROCESSING\n\n")]
    [InlineData("E2", 3, "\"score\":NaN")]
    [InlineData("E4", 0, "\"completion_tokens\":1e400")]
    [InlineData("E5", 1, "\"choices\":null")]
    [InlineData("E6", 0, "\"delta\":null")]
    [InlineData("E7", 0, "\"content\":\"\\ud83d\"")]
    [InlineData("G2", 1, "{\"detail\":\"The upstream failed.\"}")]
    [InlineData("G3", 0, "\"finish_reason\":\"error\"")]
    [InlineData("G4", 1, "\"delta\":{\"refusal\":")]
    [InlineData("G6", 0, "\"delta\":{\"tool_calls\":[")]
    [InlineData("G10", 0, "\"delta\":{\"reasoning_content\":")]
    [InlineData("G11", 1, "\"index\":1,")]
    [InlineData("G13", 1, "\"model\":\"another/model\"")]
    [InlineData("G15", 0, "x-cache: HIT\r\n")]
    [InlineData("G17", 0, "\"usage\":{\"prompt_tokens\":10,\"completion_tokens\":2,")]
    [InlineData("G18", 0, "\"completion_tokens\":0")]
    public async Task Fault_ShowsOnTheWire(string id, int variant, string expected)
    {
        await using var gateways = await SimulatedGateways.StartAsync(new SimulatorOptions { TimeScale = 100 }, Cancelled);

        Assert.Contains(expected, await RawAsync(gateways, id, variant), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("A9")]
    [InlineData("A10")]
    [InlineData("A8")]
    public async Task Fault_BeforeAnyByte_SendsNone(string id)
    {
        await using var gateways = await SimulatedGateways.StartAsync(new SimulatorOptions { TimeScale = 100 }, Cancelled);

        Assert.Empty(await RawAsync(gateways, id, seconds: 2));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(7, 7)]
    public async Task Cut_HappensBeforeTheTokenEventNamed(int at, int tokens)
    {
        await using var gateways = await SimulatedGateways.StartAsync(new SimulatorOptions { TimeScale = 100 }, Cancelled);

        var answer = await RawAsync(gateways, "D16", at: at, requestId: "cut");

        Assert.DoesNotContain("[DONE]", answer, StringComparison.Ordinal);
        var entry = await gateways.Journal.WaitForAsync("cut", Cancelled);
        Assert.Equal(tokens, entry.CompletionTokens);
    }

    [Fact]
    public async Task Stall_MovesTheRestOfTheStream()
    {
        await using var gateways = await SimulatedGateways.StartAsync(new SimulatorOptions { TimeScale = 100 }, Cancelled);

        await RawAsync(gateways, "F2", at: 5, ms: 10_000, requestId: "stall");

        // First token after 1 ms, five gaps of 0.1 ms and the pause of 100 ms, all at a hundredfold pace: a send can be late but never early.
        var entry = await gateways.Journal.WaitForAsync("stall", Cancelled);
        Assert.Equal(20, entry.TokenSends.Count);
        Assert.True(System.Diagnostics.Stopwatch.GetElapsedTime(entry.ArrivalTicks, entry.TokenSends[5].Stamp.Before) >= TimeSpan.FromMilliseconds(101.5));
    }

    private static async Task<string> RawAsync(SimulatedGateways gateways, string? fault = null, int variant = 0, int? at = null, int? ms = null, string? model = null, string? requestId = null, double seconds = 20)
    {
        model ??= $"fault/{fault}?ttft=100&tokens=20&variant={variant}{(at is null ? "" : $"&at={at}")}{(ms is null ? "" : $"&ms={ms}")}";
        var body = $$"""{"model":"{{model}}","stream":true,"stream_options":{"include_usage":true},"messages":[{"role":"user","content":"hi"}]}""";
        using var client = new TcpClient();
        await client.ConnectAsync("127.0.0.1", gateways.Address.Port, Cancelled);
        await client.GetStream().WriteAsync(
            Encoding.ASCII.GetBytes($"POST /vllm/v1/chat/completions HTTP/1.1\r\nConnection: close\r\nAuthorization: Bearer sk-echo\r\nX-Client-Request-Id: {requestId}\r\nContent-Length: {body.Length}\r\n\r\n{body}"),
            Cancelled);
        return await ReadAsync(client, TimeSpan.FromSeconds(seconds));
    }

    /// <summary>Reads to the end, to a bound of bytes or time, or until the body is complete or nothing comes any more.</summary>
    private static async Task<string> ReadAsync(TcpClient client, TimeSpan longest)
    {
        var text = new StringBuilder();
        var buffer = new byte[16_384];
        using var whole = CancellationTokenSource.CreateLinkedTokenSource(Cancelled);
        whole.CancelAfter(longest);
        try
        {
            while (text.Length < ReadAtMost && !EndsWithLastChunk(text))
            {
                using var patience = CancellationTokenSource.CreateLinkedTokenSource(whole.Token);
                patience.CancelAfter(longest / 3);
                var read = await client.GetStream().ReadAsync(buffer, patience.Token);
                if (read == 0)
                {
                    break;
                }

                text.Append(Encoding.Latin1.GetString(buffer, 0, read));
            }
        }
        catch (Exception ended) when (ended is OperationCanceledException or IOException)
        {
            // Silence and resets are what some faults are about.
        }

        return text.ToString();
    }

    private static bool EndsWithLastChunk(StringBuilder text)
    {
        const string LastChunk = "\r\n0\r\n\r\n";
        return text.Length > LastChunk.Length && text.ToString(text.Length - LastChunk.Length, LastChunk.Length) == LastChunk;
    }
}
