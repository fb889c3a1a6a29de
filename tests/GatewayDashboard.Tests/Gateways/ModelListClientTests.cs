using System.Net;
using System.Net.Sockets;
using System.Text;
using GatewayDashboard.Core.Completions;
using GatewayDashboard.Core.Egress;
using GatewayDashboard.Core.Gateways;
using GatewayDashboard.Core.Measurement;
using GatewayDashboard.Core.Secrets;

namespace GatewayDashboard.Tests.Gateways;

public sealed class ModelListClientTests : IDisposable
{
    private const string Key = "sk-canary-0123456789abcdef";
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly EgressPolicy _egress = new();
    private string _seen = "";
    private Uri? _address;

    public ModelListClientTests()
    {
        _listener.Start();
        _egress.Allow(Address);
    }

    private Uri Address => _address ??= new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/v1");

    public void Dispose() => _listener.Dispose();

    [Fact]
    public async Task Read_AList_SendsTheKeyInTheDialectsHeaderAndAsksOnce()
    {
        var list = await ReadAsync("portkey", """{"data":[{"id":"m"}]}""");

        Assert.Equal("m", Assert.Single(list.Models).Id);
        Assert.StartsWith("GET /v1/models HTTP/1.1", _seen);
        Assert.Contains($"x-portkey-api-key: {Key}", _seen);
        Assert.DoesNotContain("Authorization", _seen);
    }

    [Fact]
    public async Task Read_AimlApi_AsksForPricesInTheQuery()
    {
        await ReadAsync("aimlapi", """{"data":[]}""");

        Assert.StartsWith("GET /v1/models?include=pricing,modalities,capabilities HTTP/1.1", _seen);
    }

    [Fact]
    public async Task Read_AWebPage_IsAFaultThatNamesTheBaseUrl() =>
        Assert.Contains("base URL", (await ReadAsync("groq", "<html><title>Sign in</title></html>")).Fault!.Hint);

    [Fact]
    public async Task Read_FiftyMebibytesAnnounced_StopsAtOnce() =>
        Assert.Equal(Outcome.Limit, (await ReplyAsync("groq", $"HTTP/1.1 200 OK\r\nContent-Length: {50 << 20}\r\n\r\n")).Outcome);

    [Fact]
    public async Task Read_FiftyMebibytesUnannounced_StopsAtTheLimit() =>
        Assert.Equal(Outcome.Limit, (await ReplyAsync("groq", "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n" + new string(' ', 20 << 20))).Outcome);

    [Fact]
    public async Task Read_ARedirect_IsNotFollowed()
    {
        var list = await ReplyAsync("groq", "HTTP/1.1 307 Moved\r\nLocation: http://169.254.169.254/\r\nContent-Length: 0\r\n\r\n");

        Assert.Equal(Outcome.Redirect, list.Outcome);
        Assert.Empty(list.Models);
    }

    [Fact]
    public async Task Read_ARefusalThatEchoesTheKey_IsKeptWithoutIt()
    {
        var list = await ReplyAsync("groq", $"HTTP/1.1 401 No\r\nConnection: close\r\n\r\n{{\"error\":{{\"message\":\"Incorrect API key provided: {Key}\"}}}}");

        Assert.Equal((Outcome.Auth, 401), (list.Outcome, list.Fault!.Status));
        Assert.DoesNotContain(Key, list.ToString());
    }

    [Fact]
    public async Task Read_CutInTheMiddle_IsAFault() =>
        Assert.NotEqual(Outcome.Ok, (await ReplyAsync("groq", "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"data\":[")).Outcome);

    [Fact]
    public async Task Read_AddressThatWasNotAllowed_IsBlockedBeforeAnyConnect()
    {
        _egress.Revoke(Address);

        Assert.Equal(Outcome.Blocked, (await new ModelListClient(_egress).ReadAsync(Connection("groq"), TestContext.Current.CancellationToken)).Outcome);
        Assert.False(_listener.Pending());
    }

    [Fact]
    public async Task Read_NobodyListens_IsAConnectFault()
    {
        _listener.Stop();

        Assert.Equal(Outcome.ConnectTcp, (await new ModelListClient(_egress).ReadAsync(Connection("groq"), TestContext.Current.CancellationToken)).Outcome);
    }

    private Task<ModelsList> ReadAsync(string gateway, string body) =>
        ReplyAsync(gateway, $"HTTP/1.1 200 OK\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}");

    private async Task<ModelsList> ReplyAsync(string gateway, string reply)
    {
        var served = ServeAsync(reply);
        var list = await new ModelListClient(_egress).ReadAsync(Connection(gateway), TestContext.Current.CancellationToken);
        await served;
        return list;
    }

    private async Task ServeAsync(string reply)
    {
        using var socket = await _listener.AcceptSocketAsync(TestContext.Current.CancellationToken);
        var buffer = new byte[16 << 10];
        _seen = Encoding.ASCII.GetString(buffer, 0, await socket.ReceiveAsync(buffer, TestContext.Current.CancellationToken));
        try
        {
            for (ReadOnlyMemory<byte> rest = Encoding.UTF8.GetBytes(reply); !rest.IsEmpty;)
            {
                rest = rest[await socket.SendAsync(rest, TestContext.Current.CancellationToken)..];
            }
        }
        catch (SocketException)
        {
            // The client has seen enough and hung up, as it should.
        }
    }

    private Connection Connection(string gateway) => new()
    {
        Gateway = GatewayCatalogue.Find(gateway)!,
        BaseUrl = Address,
        Key = new Secret(Key),
        Provenance = Provenance.CustomAddress,
    };
}
