using System.Net.Sockets;
using System.Text;
using GatewayDashboard.Simulator;

namespace GatewayDashboard.Tests.Simulator;

public sealed class HttpTests
{
    private const string Body = """{"model":"sim/ok?ttft=1&gap=1&tokens=2","stream":false,"messages":[{"role":"user","content":"hi"}]}""";

    [Fact]
    public async Task Headers_Above64KiB_AreRefused()
    {
        var answer = await RawAsync($"GET /groq/v1/models HTTP/1.1\r\nHost: x\r\nX-Long: {new string('a', 70_000)}\r\n\r\n");

        Assert.StartsWith("HTTP/1.1 431 ", answer, StringComparison.Ordinal);
        Assert.Contains("64 KiB", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Headers_JustBelow64KiB_AreRead()
    {
        var answer = await RawAsync($"GET /groq/v1/models HTTP/1.1\r\nHost: x\r\nConnection: close\r\nX-Long: {new string('a', 65_000)}\r\n\r\n");

        Assert.StartsWith("HTTP/1.1 200 ", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Body_Above4MiB_IsRefusedBeforeItIsRead()
    {
        var answer = await RawAsync("POST /groq/v1/chat/completions HTTP/1.1\r\nContent-Length: 4194305\r\n\r\n");

        Assert.StartsWith("HTTP/1.1 413 ", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nonsense\r\n\r\n")]
    [InlineData("GET /groq/v1/models HTTP/1.1\r\nno colon here\r\n\r\n")]
    [InlineData("POST /groq/v1/chat/completions HTTP/1.1\r\nContent-Length: minus one\r\n\r\n")]
    public async Task Request_ThatIsNoHttp_IsRefused(string request)
    {
        var answer = await RawAsync(request);

        Assert.StartsWith("HTTP/1.1 400 ", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Body_InChunks_IsRead()
    {
        var answer = await RawAsync($"POST /groq/v1/chat/completions HTTP/1.1\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n{Body.Length:x}\r\n{Body}\r\n0\r\n\r\n");

        Assert.StartsWith("HTTP/1.1 200 ", answer, StringComparison.Ordinal);
        Assert.Contains("\"completion_tokens\":2", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Requests_OneAfterAnother_ShareAConnection()
    {
        var request = $"POST /groq/v1/chat/completions HTTP/1.1\r\nContent-Length: {Body.Length}\r\n";

        var answer = await RawAsync($"{request}\r\n{Body}{request}Connection: close\r\n\r\n{Body}");

        Assert.Equal(2, answer.Split("HTTP/1.1 200 ").Length - 1);
    }

    [Theory]
    [InlineData("{", "JSON")]
    [InlineData("{}", "messages")]
    [InlineData("""{"messages":[{"role":"user","content":"hi"}],"max_tokens":0}""", "max_tokens")]
    public async Task Body_NotUnderstood_IsRefusedInOneSentence(string body, string named)
    {
        var answer = await RawAsync($"POST /groq/v1/chat/completions HTTP/1.1\r\nConnection: close\r\nContent-Length: {body.Length}\r\n\r\n{body}");

        Assert.StartsWith("HTTP/1.1 400 ", answer, StringComparison.Ordinal);
        Assert.Contains(named, answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Gateway_Unknown_IsNamedWithTheKnownOnes()
    {
        var answer = await RawAsync("GET /nobody/v1/models HTTP/1.1\r\nConnection: close\r\n\r\n");

        Assert.StartsWith("HTTP/1.1 404 ", answer, StringComparison.Ordinal);
        Assert.Contains("openrouter", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Port_InUse_IsOneClearSentence()
    {
        await using var first = await SimulatedGateways.StartAsync(new SimulatorOptions(), TestContext.Current.CancellationToken);

        var failure = await Assert.ThrowsAsync<SimulatorStartException>(
            () => SimulatedGateways.StartAsync(new SimulatorOptions { Port = first.Address.Port }, TestContext.Current.CancellationToken));

        Assert.Contains($"Port {first.Address.Port} is in use", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stop_WithAnOpenStream_EndsIt()
    {
        var gateways = await SimulatedGateways.StartAsync(new SimulatorOptions(), TestContext.Current.CancellationToken);
        using var client = new TcpClient("127.0.0.1", gateways.Address.Port);
        var body = Body.Replace("ttft=1&", "ttft=600000&", StringComparison.Ordinal).Replace("\"stream\":false", "\"stream\":true", StringComparison.Ordinal);
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes($"POST /groq/v1/chat/completions HTTP/1.1\r\nContent-Length: {body.Length}\r\n\r\n{body}"), TestContext.Current.CancellationToken);

        using var reader = new StreamReader(client.GetStream());
        Assert.Equal("HTTP/1.1 200 OK", await reader.ReadLineAsync(TestContext.Current.CancellationToken));

        await gateways.DisposeAsync();

        Assert.DoesNotContain("[DONE]", await reader.ReadToEndAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(GatewayDashboard.Simulator.Journals.JournalOutcome.Stopped, Assert.Single(gateways.Journal.Entries).Outcome);
    }

    private static async Task<string> RawAsync(string request)
    {
        await using var gateways = await SimulatedGateways.StartAsync(new SimulatorOptions { TimeScale = 50 }, TestContext.Current.CancellationToken);
        using var client = new TcpClient("127.0.0.1", gateways.Address.Port);
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(request), TestContext.Current.CancellationToken);
        using var reader = new StreamReader(client.GetStream());
        return await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
    }
}
