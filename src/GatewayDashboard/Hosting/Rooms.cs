using GatewayDashboard.Core.Completions;
using GatewayDashboard.Core.Egress;
using GatewayDashboard.Core.Secrets;
using GatewayDashboard.Credentials;
using GatewayDashboard.Data;
using GatewayDashboard.Data.Storage;
using GatewayDashboard.Jobs;
using GatewayDashboard.Live;
using GatewayDashboard.Playground;

namespace GatewayDashboard.Hosting;

/// <summary>What the web host and the command line share: data, the way out, simulated gateways, connections, runs.</summary>
internal static class Rooms
{
    public static DatabaseOptions AddRooms(this IHostApplicationBuilder builder)
    {
        var options = builder.DatabaseOptions();
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddGatewayDashboardData(options);
        builder.Services.AddSingleton<EgressPolicy>();
        builder.Services.AddSingleton(services => new GatewayClient(services.GetRequiredService<EgressPolicy>(), null, services.GetRequiredService<TimeProvider>()));
        builder.Services.AddSingleton<Simulation>();
        builder.Services.AddSingleton(services => new ConnectionDirectory(
            services.GetRequiredService<IConfiguration>(),
            services.GetRequiredService<Simulation>().BaseUrl,
            services.GetRequiredService<EgressPolicy>(),
            services.GetRequiredService<ChangeSignal>(),
            services.GetRequiredService<SecretVault>()));
        builder.Services.AddConnectionStore();

        // In this order, each before anything is served: schema, kept prices, stored connections, what a dead process left behind, simulated gateways.
        builder.Services.AddHostedService<Schema>();
        builder.Services.AddHostedService<KeptPrices>();
        builder.Services.AddHostedService<StoredConnections>();
        builder.Services.AddHostedService<DeadRuns>();
        builder.Services.AddHostedService(services => services.GetRequiredService<Simulation>());
        builder.Services.AddRuns();
        builder.Services.AddPrices();
        builder.Services.AddPlayground();
        return options;
    }
}
