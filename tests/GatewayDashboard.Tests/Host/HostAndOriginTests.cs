using System.Net;
using System.Net.WebSockets;

namespace GatewayDashboard.Tests.Host;

public sealed class HostAndOriginTests(DashboardHost host) : IClassFixture<DashboardHost>
{
    [Theory]
    [InlineData("localhost", HttpStatusCode.OK)]
    [InlineData("127.0.0.1", HttpStatusCode.OK)]
    [InlineData("[::1]", HttpStatusCode.OK)]
    [InlineData("dashboard.example", HttpStatusCode.OK)] // configured
    [InlineData("evil.example", HttpStatusCode.BadRequest)]
    [InlineData("localhost.evil.example", HttpStatusCode.BadRequest)]
    [InlineData("127.0.0.2", HttpStatusCode.BadRequest)]
    public async Task Name_OfARequest_DecidesWhetherItIsAnswered(string name, HttpStatusCode expected)
    {
        using var client = host.Client();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/livez");
        request.Headers.Host = $"{name}:{host.Address.Port}";
        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(expected, response.StatusCode);
    }

    [Theory]
    [InlineData("POST", "/livez", "https://evil.example")]
    [InlineData("POST", "/livez", "null")]
    [InlineData("POST", "/livez", "http://localhost:1")] // another program on this machine
    [InlineData("DELETE", "/livez", "https://evil.example")]
    [InlineData("POST", "/_blazor/negotiate?negotiateVersion=1", "https://evil.example")]
    [InlineData("GET", "/_blazor?id=guessed", "https://evil.example")]
    public async Task Request_OfAnotherOrigin_IsRefused(string method, string path, string origin)
    {
        using var response = await SendAsync(method, path, ("Origin", origin));

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    [Fact]
    public async Task Request_OfAnotherSiteWithoutOrigin_IsRefused()
    {
        using var response = await SendAsync("POST", "/livez", ("Sec-Fetch-Site", "cross-site"));

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    [Fact]
    public async Task Negotiation_OfOurOwnPage_IsAnswered()
    {
        using var response = await SendAsync("POST", "/_blazor/negotiate?negotiateVersion=1", ("Origin", Own));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Theory]
    [InlineData("https://evil.example")]
    [InlineData(null)]
    public async Task Socket_OfAnotherOriginOrNone_IsRefused(string? origin)
    {
        using var socket = new ClientWebSocket();
        await Assert.ThrowsAsync<WebSocketException>(() => ConnectAsync(socket, origin));

        Assert.Equal(HttpStatusCode.Forbidden, socket.HttpStatusCode);
    }

    [Fact]
    public async Task Socket_OfOurOwnPage_Opens()
    {
        using var socket = new ClientWebSocket();
        await ConnectAsync(socket, Own);

        Assert.Equal(WebSocketState.Open, socket.State);
    }

    private string Own => host.Address.GetLeftPart(UriPartial.Authority);

    private Task ConnectAsync(ClientWebSocket socket, string? origin)
    {
        socket.Options.CollectHttpResponseDetails = true;
        if (origin is not null)
        {
            socket.Options.SetRequestHeader("Origin", origin);
        }

        return socket.ConnectAsync(new UriBuilder(host.Address) { Scheme = "ws", Path = "/_blazor" }.Uri, TestContext.Current.CancellationToken);
    }

    private async Task<HttpResponseMessage> SendAsync(string method, string path, (string Name, string Value) header)
    {
        using var client = host.Client();
        using var request = new HttpRequestMessage(new HttpMethod(method), path) { Headers = { { header.Name, header.Value } } };
        return await client.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
