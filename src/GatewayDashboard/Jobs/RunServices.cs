using GatewayDashboard.Live;

namespace GatewayDashboard.Jobs;

/// <summary>What runs and their pages need, with or without a web server.</summary>
internal static class RunServices
{
    public static void AddRuns(this IServiceCollection services)
    {
        services.AddSingleton<Instance>();
        services.AddSingleton<ChangeSignal>();
        services.AddSingleton<CurrentPrices>();
        services.AddSingleton<RunMonitor>();
        services.AddSingleton<RunResults>();
        services.AddSingleton<RunReader>();
        services.AddSingleton<RunControl>();
        services.AddSingleton<CallGate>();
    }
}
