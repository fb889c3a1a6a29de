using Microsoft.AspNetCore.Components.Server.Circuits;

namespace GatewayDashboard.Playground;

/// <summary>Registers the playground.</summary>
internal static class PlaygroundServices
{
    public static void AddPlayground(this IServiceCollection services)
    {
        services.AddSingleton<PaneTargets>();
        services.AddSingleton<PlaygroundRunner>();
        services.AddSingleton<PlaygroundSessions>();
        services.AddSingleton<SessionKeeper>();
        services.AddSingleton<SystemPresets>();
        services.AddScoped<PlaygroundCircuit>();
        services.AddScoped<CircuitHandler>(provider => provider.GetRequiredService<PlaygroundCircuit>());
    }
}
