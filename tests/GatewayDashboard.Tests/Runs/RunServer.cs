using GatewayDashboard.Components;
using GatewayDashboard.Core.Benchmarks;
using GatewayDashboard.Jobs;
using GatewayDashboard.Live;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace GatewayDashboard.Tests.Runs;

/// <summary>The product on a real socket, with a data folder and settings of its own, for tests that run benchmarks.</summary>
public sealed class RunServer : IAsyncDisposable
{
    private readonly WebApplicationFactory<App> _factory;
    private readonly string? _ownData;

    /// <summary>Starts the product.</summary>
    /// <param name="settings">Configuration on top of the defaults.</param>
    /// <param name="data">The data folder, or null for one of its own.</param>
    public RunServer(IReadOnlyDictionary<string, string>? settings = null, string? data = null)
    {
        _ownData = data is null ? Directory.CreateTempSubdirectory("gateway-dashboard-").FullName : null;
        _factory = new WebApplicationFactory<App>().WithWebHostBuilder(web =>
        {
            web.UseSetting("DataDirectory", data ?? _ownData!);
            foreach (var (key, value) in settings ?? new Dictionary<string, string>())
            {
                web.UseSetting(key, value);
            }
        });
        _factory.UseKestrel(0);
        _factory.StartServer();
        Address = _factory.ClientOptions.BaseAddress;
    }

    /// <summary>Where it listens.</summary>
    public Uri Address { get; }

    /// <summary>A service of the product.</summary>
    public T Get<T>()
        where T : notnull => _factory.Services.GetRequiredService<T>();

    /// <summary>Starts an order and waits until it has ended.</summary>
    public async Task<RunView> RunAsync(RunOrder order, CancellationToken cancellationToken)
    {
        var started = await Get<RunControl>().StartAsync(order, cancellationToken);
        Assert.Empty(started.Faults);
        return await EndAsync(started.RunId!.Value, cancellationToken);
    }

    /// <summary>Waits until a run has ended.</summary>
    public async Task<RunView> EndAsync(long runId, CancellationToken cancellationToken)
    {
        while (true)
        {
            var view = await Get<RunReader>().ReadAsync(runId, cancellationToken, events: true);
            if (view!.Run.State is not (RunState.Queued or RunState.Running))
            {
                return view;
            }

            await Task.Delay(100, cancellationToken);
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _factory.DisposeAsync();
        if (_ownData is not null)
        {
            Directory.Delete(_ownData, recursive: true);
        }
    }
}
