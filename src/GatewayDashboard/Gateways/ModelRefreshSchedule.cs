using Hangfire;

namespace GatewayDashboard.Gateways;

/// <summary>Reads the models lists again, four times a day at a minute no other job shares.</summary>
internal sealed class ModelRefreshSchedule(IRecurringJobManager jobs) : IHostedService
{
    private const string JobId = "models-lists";

    public Task StartAsync(CancellationToken cancellationToken)
    {
        jobs.AddOrUpdate<ModelRefresh>(JobId, refresh => refresh.RefreshAllAsync(CancellationToken.None), "37 */6 * * *");
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
