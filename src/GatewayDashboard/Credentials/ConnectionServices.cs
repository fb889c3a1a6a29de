using GatewayDashboard.Core.Gateways;
using GatewayDashboard.Core.Secrets;
using GatewayDashboard.Data.Storage;
using GatewayDashboard.Gateways;

namespace GatewayDashboard.Credentials;

/// <summary>Registers what keeps connections: the vault, the store, and the reading of models lists.</summary>
internal static class ConnectionServices
{
    public static void AddConnectionStore(this IServiceCollection services)
    {
        services.AddSingleton(provider => MasterKeyFile.Open(provider.GetRequiredService<IConfiguration>(), Path.GetFullPath(provider.GetRequiredService<DatabaseOptions>().DataDirectory)));
        services.AddSingleton<SecretVault>();
        services.AddSingleton<ConnectionStore>();
        services.AddSingleton<ModelListClient>(provider => new(provider.GetRequiredService<Core.Egress.EgressPolicy>(), null, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<ModelRefresh>();
        services.AddSingleton<OfferBook>();
        services.AddSingleton<CapabilityProbe>();
    }
}
