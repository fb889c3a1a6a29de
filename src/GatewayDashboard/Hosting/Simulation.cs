using GatewayDashboard.Credentials;
using GatewayDashboard.Simulator;

namespace GatewayDashboard.Hosting;

/// <summary>The built-in simulated gateways: up before anything calls one, down with the host.</summary>
internal sealed class Simulation(IServiceProvider services, IConfiguration configuration) : StartStep, IAsyncDisposable
{
    /// <summary>Speeds the simulated gateways up (10 is ten times as fast); for tests.</summary>
    public const string ScaleKey = "Simulation:TimeScale";

    private SimulatedGateways? _gateways;

    /// <summary>What the simulated gateways saw, by their own clock; null before the start.</summary>
    public SimulatedGateways? Gateways => _gateways;

    /// <summary>Where a gateway is played, or null where it is not, or not yet.</summary>
    public Uri? BaseUrl(string gatewayId) =>
        _gateways is { } gateways && SimulatedGateways.Gateways.Contains(gatewayId) ? gateways.BaseUrl(gatewayId) : null;

    public ValueTask DisposeAsync() => _gateways?.DisposeAsync() ?? ValueTask.CompletedTask;

    protected override async Task RunAsync(CancellationToken cancellationToken)
    {
        _gateways = await SimulatedGateways.StartAsync(new SimulatorOptions { TimeScale = configuration.GetValue(ScaleKey, 1.0) }, cancellationToken);
        services.GetRequiredService<ConnectionDirectory>().Rebuild();
    }
}
