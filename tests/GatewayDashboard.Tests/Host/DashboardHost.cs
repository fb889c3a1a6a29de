using System.Runtime.CompilerServices;
using GatewayDashboard.Components;
using Microsoft.AspNetCore.Mvc.Testing;

namespace GatewayDashboard.Tests.Host;

/// <summary>The product on a real socket, with a data folder of its own.</summary>
public sealed class DashboardHost : IAsyncDisposable
{
    // Any type of the host will do, and both the host and the simulator have a Program.
    private readonly WebApplicationFactory<App> _factory;
    private readonly string _data = Directory.CreateTempSubdirectory("gateway-dashboard-").FullName;

    /// <summary>Starts the product.</summary>
    public DashboardHost()
    {
        _factory = new WebApplicationFactory<App>().WithWebHostBuilder(web =>
        {
            web.UseSetting("DataDirectory", _data);
            web.UseSetting("Security:AllowedHosts", "dashboard.example");
        });
        _factory.UseKestrel(0);
        _factory.StartServer();
        Address = _factory.ClientOptions.BaseAddress;
    }

    /// <summary>Where it listens.</summary>
    public Uri Address { get; }

    /// <summary>A client without cookies and redirects.</summary>
    public HttpClient Client() => new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = Address };

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _factory.DisposeAsync();
        Directory.Delete(_data, recursive: true);
    }

    // The factory looks for its manifest in the current directory, which is not always the test's own.
    [ModuleInitializer]
    internal static void NameContentRoot() => Environment.SetEnvironmentVariable("ASPNETCORE_TEST_CONTENTROOT_GATEWAYDASHBOARD", AppContext.BaseDirectory);
}
