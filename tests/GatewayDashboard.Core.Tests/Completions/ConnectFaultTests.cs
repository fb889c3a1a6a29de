using GatewayDashboard.Core.Completions;

namespace GatewayDashboard.Core.Tests.Completions;

/// <summary>Calls that never reach a gateway.</summary>
public sealed class ConnectFaultTests
{
    private const string Good = "data: {\"model\":\"m\",\"choices\":[{\"index\":0,\"delta\":{\"content\":\"Hi\"},\"finish_reason\":\"stop\"}]}\n\ndata: [DONE]\n\n";

    private static readonly CallLimits Short = new() { Connect = TimeSpan.FromMilliseconds(300) };

    [Fact]
    public async Task NothingListening_IsConnectTcp()
    {
        var gone = new ScriptedServer(Good);
        var address = gone.Address;
        await gone.DisposeAsync();
        using var client = Call.Client(address);

        var (measurement, _) = await Call.SendAsync(client, Call.To(address));

        Assert.Equal(Outcome.ConnectTcp, measurement.Outcome);
        Assert.NotNull(measurement.Fault!.Hint);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task NameThatDoesNotResolve_IsConnectDns(bool hangs)
    {
        using var client = new GatewayClient(new(), new GatewayClientOptions
        {
            Resolve = async (_, _) =>
            {
                await Task.Delay(hangs ? 60_000 : 0, TestContext.Current.CancellationToken);
                throw new System.Net.Sockets.SocketException((int)System.Net.Sockets.SocketError.HostNotFound);
            },
        });

        var (measurement, _) = await Call.SendAsync(client, Call.To(new Uri("https://gateway.example/v1")), limits: Short);

        Assert.Equal(Outcome.ConnectDns, measurement.Outcome);
    }

    // A server that speaks plain http on the https port.
    [Fact]
    public async Task PlainServerOnHttps_IsConnectTls()
    {
        var listener = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        var address = new Uri($"https://127.0.0.1:{((System.Net.IPEndPoint)listener.LocalEndpoint).Port}/v1");
        var serving = Task.Run(async () =>
        {
            using var socket = await listener.AcceptSocketAsync(TestContext.Current.CancellationToken);
            await socket.SendAsync("HTTP/1.1 400 Bad Request\r\n\r\n"u8.ToArray());
        });
        using var client = Call.Client(address);

        var (measurement, _) = await Call.SendAsync(client, Call.To(address), limits: Short);
        await serving;
        listener.Stop();

        Assert.Equal(Outcome.ConnectTls, measurement.Outcome);
    }

    [Theory]
    [InlineData("key\nwith newline")]
    [InlineData("schlüssel")]
    public async Task KeyThatCannotBeSent_EndsBeforeAnyConnection(string key)
    {
        await using var server = new ScriptedServer(ScriptedServer.Stream(Good));
        using var client = Call.Client(server.Address);

        var (measurement, _) = await Call.SendAsync(client, Call.To(server.Address, key: key));

        Assert.Equal((Outcome.Request, 0), (measurement.Outcome, server.Connections));
        Assert.Contains("Authorization", measurement.Fault!.Message, StringComparison.Ordinal);
    }
}
