using GatewayDashboard.Data;
using GatewayDashboard.Data.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace GatewayDashboard.Tests.Data;

/// <summary>A real, migrated database of a test's own, with the product's registrations around it.</summary>
internal sealed class TestDatabase : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private TestDatabase(DatabaseOptions options, FakeTimeProvider time)
    {
        Options = options;
        Time = time;
        _services = Services(options, time);
    }

    public static readonly TheoryData<DatabaseProvider> Both = [DatabaseProvider.Sqlite, DatabaseProvider.Postgres];

    public DatabaseOptions Options { get; }

    /// <summary>Stands at 2026-11-24 10:00 UTC until moved.</summary>
    public FakeTimeProvider Time { get; }

    public static async Task<TestDatabase> CreateAsync(DatabaseProvider provider, PostgresServer server)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var options = new DatabaseOptions
        {
            Provider = provider,
            DataDirectory = Directory.CreateTempSubdirectory("gddata").FullName,
            ConnectionString = provider == DatabaseProvider.Postgres ? await server.NewDatabaseAsync(cancellationToken) : null,
        };
        var database = new TestDatabase(options, new(new(2026, 11, 24, 10, 0, 0, TimeSpan.Zero)));
        await database.Get<DatabaseMigrator>().MigrateAsync(cancellationToken);
        return database;
    }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public DashboardDbContext Open() => Get<IDbContextFactory<DashboardDbContext>>().CreateDbContext();

    public static ServiceProvider Services(DatabaseOptions options, TimeProvider time) =>
        new ServiceCollection().AddLogging().AddSingleton(time).AddGatewayDashboardData(options).BuildServiceProvider();

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        if (Options.Provider == DatabaseProvider.Sqlite)
        {
            SqliteConnection.ClearPool(new($"Data Source={Options.SqliteFile};Default Timeout=30"));
        }

        Directory.Delete(Options.DataDirectory, recursive: true);
    }
}
