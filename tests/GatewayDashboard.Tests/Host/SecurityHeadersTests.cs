namespace GatewayDashboard.Tests.Host;

public sealed class SecurityHeadersTests(DashboardHost host) : IClassFixture<DashboardHost>
{
    [Theory]
    [InlineData("/")]
    [InlineData("/theme.css")]
    [InlineData("/favicon.svg")]
    [InlineData("/livez")]
    [InlineData("/no-such-page")]
    [InlineData("/_framework/blazor.web.js")]
    public async Task Response_OfAnyKind_CarriesTheHeaders(string path)
    {
        using var client = host.Client();
        using var response = await client.GetAsync(path, TestContext.Current.CancellationToken);

        AssertHeaders(response);
    }

    [Fact]
    public async Task Response_ToARefusedOrigin_CarriesTheHeaders()
    {
        using var client = host.Client();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/") { Headers = { { "Origin", "https://evil.example" } } };
        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);

        AssertHeaders(response);
    }

    [Fact]
    public async Task Policy_OfTwoPages_HasANonceOfItsOwnThatTheImportMapCarries()
    {
        using var client = host.Client();
        using var first = await client.GetAsync("/", TestContext.Current.CancellationToken);
        using var second = await client.GetAsync("/", TestContext.Current.CancellationToken);
        var nonce = Nonce(first);

        Assert.NotEqual(nonce, Nonce(second));
        Assert.Contains($"<script type=\"importmap\" nonce=\"{nonce}\">", await first.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_IsNotStored()
    {
        using var client = host.Client();
        using var response = await client.GetAsync("/", TestContext.Current.CancellationToken);

        Assert.True(response.Headers.CacheControl?.NoStore);
    }

    private static void AssertHeaders(HttpResponseMessage response)
    {
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("no-referrer", Assert.Single(response.Headers.GetValues("Referrer-Policy")));
        Assert.Equal("same-origin", Assert.Single(response.Headers.GetValues("Cross-Origin-Opener-Policy")));
        Assert.Equal("same-origin", Assert.Single(response.Headers.GetValues("Cross-Origin-Resource-Policy")));
        Assert.Single(response.Headers.GetValues("Permissions-Policy"));
        var policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
        Assert.StartsWith("default-src 'none';", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe-eval", policy, StringComparison.Ordinal);
        // The component library writes style attributes; nothing else may be inline.
        Assert.DoesNotContain("unsafe-inline", policy.Replace("style-src-attr 'unsafe-inline'", string.Empty, StringComparison.Ordinal), StringComparison.Ordinal);
    }

    private static string Nonce(HttpResponseMessage response) =>
        response.Headers.GetValues("Content-Security-Policy").Single().Split("'nonce-")[1].Split('\'')[0];
}
