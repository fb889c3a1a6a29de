using GatewayDashboard.Data.Benchmarks;
using GatewayDashboard.Data.History;
using GatewayDashboard.Data.Playground;
using GatewayDashboard.Data.Pricing;
using GatewayDashboard.Data.Runs;
using GatewayDashboard.Data.Samples;
using GatewayDashboard.Data.Settings;
using GatewayDashboard.Data.Spending;
using GatewayDashboard.Data.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace GatewayDashboard.Data;

/// <summary>Registers the data.</summary>
public static class DataServices
{
    /// <summary>
    /// Registers contexts, stores, the data folder and the migrator. Before anything else is used, resolve <see cref="DatabaseMigrator"/> and
    /// await <see cref="DatabaseMigrator.MigrateAsync"/>: it takes the data folder and brings the schema up to date.
    /// </summary>
    /// <exception cref="DatabaseUnavailableException">The options are wrong; the message names the key.</exception>
    public static IServiceCollection AddGatewayDashboardData(this IServiceCollection services, DatabaseOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (options.Validate() is { } fault)
        {
            throw new DatabaseUnavailableException(fault);
        }

        var connection = options.ReadConnectionString();
        if (options.Provider == DatabaseProvider.Sqlite)
        {
            var checkpoints = new SqliteCheckpoints(options.SqliteFile);
            services.AddPooledDbContextFactory<SqliteDashboardDbContext>(context =>
                context.UseSqlite(connection).AddInterceptors(checkpoints, new SqlitePragmas()));
            services.AddSingleton<IDbContextFactory<DashboardDbContext>, ProviderContextFactory<SqliteDashboardDbContext>>();
        }
        else
        {
            services.AddPooledDbContextFactory<PostgresDashboardDbContext>(context => context.UseNpgsql(connection));
            services.AddSingleton<IDbContextFactory<DashboardDbContext>, ProviderContextFactory<PostgresDashboardDbContext>>();
        }

        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(options);
        services.AddSingleton(_ => DataFolder.Open(options));
        services.AddSingleton<DatabaseMigrator>();
        services.AddSingleton<RunStore>();
        services.AddSingleton<RunQueries>();
        services.AddSingleton<RunRecovery>();
        services.AddSingleton<SampleStore>();
        services.AddSingleton<SpendLedger>();
        services.AddSingleton<SummaryStore>();
        services.AddSingleton<SettingsStore>();
        services.AddSingleton<AuditLog>();
        services.AddSingleton<BenchmarkStore>();
        services.AddSingleton<ScheduleStore>();
        services.AddSingleton<PriceStore>();
        services.AddSingleton<SavedRequestStore>();
        services.AddSingleton<OfferStore>();
        services.AddSingleton<PlaygroundStore>();
        return services;
    }
}
