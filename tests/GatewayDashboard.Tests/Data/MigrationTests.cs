using GatewayDashboard.Data;
using GatewayDashboard.Data.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace GatewayDashboard.Tests.Data;

public sealed class MigrationTests(PostgresServer server)
{
    public static TheoryData<DatabaseProvider> Providers => TestDatabase.Both;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public void Model_OfSqlite_HasItsMigrations()
    {
        using var db = new SqliteDesignTimeFactory().CreateDbContext([]);
        Assert.False(db.Database.HasPendingModelChanges());
    }

    [Fact]
    public void Model_OfPostgres_HasItsMigrations()
    {
        using var db = new PostgresDesignTimeFactory().CreateDbContext([]);
        Assert.False(db.Database.HasPendingModelChanges());
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task NewerSchema_IsRefusedInOneSentence_AndLeftAlone(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider, server);
        await using var db = database.Open();
        await db.Database.ExecuteSqlAsync(
            $"""INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion") VALUES ('29990101000000_FromTheFuture', '99.0.0')""", Cancel);

        var refused = await Assert.ThrowsAsync<DatabaseUnavailableException>(() => database.Get<DatabaseMigrator>().MigrateAsync(Cancel));

        Assert.Contains("newer version", refused.Message, StringComparison.Ordinal);
        Assert.Contains("29990101000000_FromTheFuture", refused.Message, StringComparison.Ordinal);
        Assert.Contains("29990101000000_FromTheFuture", await db.Database.GetAppliedMigrationsAsync(Cancel));
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task SecondStart_WithNothingPending_MakesNoBackup(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider, server);

        await database.Get<DatabaseMigrator>().MigrateAsync(Cancel);

        Assert.False(Directory.Exists(Path.Combine(database.Options.DataDirectory, "backups")));
    }

    [Fact]
    public async Task InterruptedMigration_OnADatabaseWithData_IsBackedUpAndTakenUpAgain()
    {
        var options = new DatabaseOptions { DataDirectory = Directory.CreateTempSubdirectory("gddata").FullName };
        await using var services = TestDatabase.Services(options, TimeProvider.System);
        await using (var db = services.GetRequiredService<IDbContextFactory<DashboardDbContext>>().CreateDbContext())
        {
            // What a process leaves that was killed while migrating: its lock row, which every later start would wait for, and data.
            await db.Database.ExecuteSqlRawAsync(
                """
                CREATE TABLE "__EFMigrationsLock" ("Id" INTEGER PRIMARY KEY, "Timestamp" TEXT NOT NULL);
                INSERT INTO "__EFMigrationsLock" VALUES (1, '2026-11-24 09:59:00');
                CREATE TABLE "Keepsake" ("Value" TEXT NOT NULL);
                INSERT INTO "Keepsake" VALUES ('kept');
                """,
                Cancel);
        }

        await services.GetRequiredService<DatabaseMigrator>().MigrateAsync(Cancel).WaitAsync(TimeSpan.FromSeconds(10), Cancel);

        var backup = Assert.Single(Directory.GetFiles(Path.Combine(options.DataDirectory, "backups")));
        await using var copy = new SqliteConnection($"Data Source={backup};Mode=ReadOnly;Pooling=false");
        await copy.OpenAsync(Cancel);
        await using var read = new SqliteCommand("SELECT \"Value\" FROM \"Keepsake\"", copy);
        Assert.Equal("kept", await read.ExecuteScalarAsync(Cancel));
        await using var migrated = services.GetRequiredService<IDbContextFactory<DashboardDbContext>>().CreateDbContext();
        Assert.Empty(await migrated.Runs.ToListAsync(Cancel));
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Database_ThatCannotBeUsed_IsNamed(DatabaseProvider provider)
    {
        var options = new DatabaseOptions
        {
            Provider = provider,
            DataDirectory = Directory.CreateTempSubdirectory("gddata").FullName,
            // Port 1 of loopback: nobody listens there.
            ConnectionString = provider == DatabaseProvider.Postgres ? "Host=127.0.0.1;Port=1;Database=gateways;Username=gd;Password=s3cret" : null,
        };
        await File.WriteAllTextAsync(options.SqliteFile, new string('x', 4096), Cancel);
        await using var services = TestDatabase.Services(options, TimeProvider.System);

        var refused = await Assert.ThrowsAsync<DatabaseUnavailableException>(() => services.GetRequiredService<DatabaseMigrator>().MigrateAsync(Cancel));

        Assert.Contains(provider == DatabaseProvider.Postgres ? "'gateways' on 127.0.0.1:1" : options.SqliteFile, refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", refused.ToString(), StringComparison.Ordinal);
    }
}
