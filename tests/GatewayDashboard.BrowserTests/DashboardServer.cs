using GatewayDashboard.Components;
using Microsoft.AspNetCore.Mvc.Testing;

[assembly: AssemblyFixture(typeof(GatewayDashboard.BrowserTests.DashboardServer))]
[assembly: AssemblyFixture(typeof(GatewayDashboard.BrowserTests.Chromium))]

namespace GatewayDashboard.BrowserTests;

/// <summary>The product on a real socket with a data folder of its own. One is shared by all tests; a class that changes things takes its own as a class fixture.</summary>
public sealed class DashboardServer : IAsyncDisposable
{
    // Any type of the host will do, and both the host and the simulator have a Program.
    private readonly WebApplicationFactory<App> _factory;
    private readonly string _data = Directory.CreateTempSubdirectory("gateway-dashboard-").FullName;

    /// <summary>Starts the product.</summary>
    public DashboardServer()
    {
        _factory = new WebApplicationFactory<App>().WithWebHostBuilder(web => web.UseSetting("DataDirectory", _data));
        _factory.UseKestrel(0);
        _factory.StartServer();
        Address = _factory.ClientOptions.BaseAddress;
    }

    /// <summary>Where it listens.</summary>
    public Uri Address { get; }

    /// <summary>The product's services, for tests that arrange data.</summary>
    public IServiceProvider Services => _factory.Services;

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _factory.DisposeAsync();
        Directory.Delete(_data, recursive: true);
    }
}
