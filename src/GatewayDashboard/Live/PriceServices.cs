namespace GatewayDashboard.Live;

/// <summary>Registers what the calculator needs of the host.</summary>
internal static class PriceServices
{
    public static void AddPrices(this IServiceCollection services)
    {
        services.AddSingleton<OwnPrices>();
        services.AddSingleton<PriceBook>();
        services.AddSingleton<MeasuredCalls>();
        services.AddSingleton<PriceIntake>();
        services.AddSingleton<PriceRefresher>();
    }
}
