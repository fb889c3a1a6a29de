using GatewayDashboard.Data;
using GatewayDashboard.Data.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Npgsql;

namespace GatewayDashboard.Tests.Data;

/// <summary>A real database of a test's own, with the product's registrations around it. It is a copy of one that was migrated once, to save time.</summary>
internal sealed class TestDatabase : IAsyncDisposable
{
    private static readonly SemaphoreSlim Migrating = new(1, 1);
    private static readonly Dictionary<DatabaseProvider, DatabaseOptions> Templates = [];
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
        var template = await TemplateAsync(provider, server);
        var options = await NewOptionsAsync(provider, server, template);
        if (provider == DatabaseProvider.Sqlite)
        {
            File.Copy(template.SqliteFile, options.SqliteFile);
        }

        return new(options, new(new(2026, 11, 24, 10, 0, 0, TimeSpan.Zero)));
    }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public DashboardDbContext Open() => Get<IDbContextFactory<DashboardDbContext>>().CreateDbContext();

    public static ServiceProvider Services(DatabaseOptions options, TimeProvider time) =>
        new ServiceCollection().AddLogging().AddSingleton(time).AddGatewayDashboardData(options).BuildServiceProvider();

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        ClosePool(Options);
        Directory.Delete(Options.DataDirectory, recursive: true);
    }

    private static async Task<DatabaseOptions> TemplateAsync(DatabaseProvider provider, PostgresServer server)
    {
        await Migrating.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            if (!Templates.TryGetValue(provider, out var options))
            {
                options = await NewOptionsAsync(provider, server, template: null);
                await using (var services = Services(options, TimeProvider.System))
                {
                    await services.GetRequiredService<DatabaseMigrator>().MigrateAsync(TestContext.Current.CancellationToken);
                }

                ClosePool(options);
                Templates[provider] = options;
            }

            return options;
        }
        finally
        {
            Migrating.Release();
        }
    }

    private static async Task<DatabaseOptions> NewOptionsAsync(DatabaseProvider provider, PostgresServer server, DatabaseOptions? template)
    {
        var name = template?.ConnectionString is { } copied ? new NpgsqlConnectionStringBuilder(copied).Database : null;
        return new()
        {
            Provider = provider,
            DataDirectory = Directory.CreateTempSubdirectory("gddata").FullName,
            ConnectionString = provider == DatabaseProvider.Postgres ? await server.NewDatabaseAsync(name, TestContext.Current.CancellationToken) : null,
        };
    }

    // A pool would hold the file, or the database as a template, after its test has ended. The last connection's closing empties the log into the file.
    private static void ClosePool(DatabaseOptions options)
    {
        if (options.Provider == DatabaseProvider.Sqlite)
        {
            SqliteConnection.ClearPool(new($"Data Source={options.SqliteFile};Default Timeout=30"));
        }
        else
        {
            using var connection = new NpgsqlConnection(options.ConnectionString);
            NpgsqlConnection.ClearPool(connection);
        }
    }
}
