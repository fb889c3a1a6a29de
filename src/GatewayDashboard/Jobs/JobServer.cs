using GatewayDashboard.Data.Storage;
using GatewayDashboard.Gateways;
using GatewayDashboard.Hosting;
using Hangfire;
using Hangfire.Dashboard;
using Hangfire.PostgreSql;

namespace GatewayDashboard.Jobs;

/// <summary>Hangfire as clock and hands; our own tables are the truth, so what it forgets or delivers twice does no harm.</summary>
internal static class JobServer
{
    private const int Workers = 4;

    public static void AddJobs(this WebApplicationBuilder builder)
    {
        builder.Services.AddHangfire((services, hangfire) =>
        {
            hangfire.SetDataCompatibilityLevel(CompatibilityLevel.Version_180).UseSimpleAssemblyNameTypeSerializer().UseRecommendedSerializerSettings();
            var database = services.GetRequiredService<DatabaseOptions>();
            if (database.Provider == DatabaseProvider.Sqlite)
            {
                hangfire.UseInMemoryStorage();
            }
            else
            {
                hangfire.UsePostgreSqlStorage(
                    postgres => postgres.UseNpgsqlConnection(database.ReadConnectionString()),
                    new PostgreSqlStorageOptions { UseSlidingInvisibilityTimeout = true, InvisibilityTimeout = TimeSpan.FromMinutes(5), QueuePollInterval = TimeSpan.FromSeconds(2) });
            }
        });
        builder.Services.AddHangfireServer(server =>
        {
            server.WorkerCount = Workers;
            server.CancellationCheckInterval = TimeSpan.FromSeconds(1);
            server.SchedulePollingInterval = TimeSpan.FromSeconds(1);
            server.ShutdownTimeout = TimeSpan.FromSeconds(20);
        });
        builder.Services.AddTransient<BenchmarkJob>();
        builder.Services.AddHostedService<ModelRefreshSchedule>();
    }

    /// <summary>Hangfire's dashboard: everybody signed in may look, only an admin may act.</summary>
    public static void MapJobs(this WebApplication app) => app.MapHangfireDashboard("/jobs", new DashboardOptions
    {
        Authorization = [],
        IsReadOnlyFunc = context => !context.GetHttpContext().User.IsInRole(Roles.Admin),
        DarkModeEnabled = true,
        DisplayStorageConnectionString = false,
        AppPath = "/",
        DashboardTitle = "Gateway Dashboard jobs",
    }).RequireAuthorization();
}
