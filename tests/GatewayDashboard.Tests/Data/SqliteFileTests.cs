using GatewayDashboard.Data.Playground;
using GatewayDashboard.Data.Storage;
using Microsoft.EntityFrameworkCore;

namespace GatewayDashboard.Tests.Data;

public sealed class SqliteFileTests(PostgresServer server)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Connection_Opened_IsDurableAndNeverCheckpointsByItself()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite, server);
        await using var db = database.Open();

        Assert.Equal("wal", await PragmaAsync<string>(db, "journal_mode"));
        Assert.Equal(2, await PragmaAsync<int>(db, "synchronous")); // 2 is FULL.
        Assert.Equal(0, await PragmaAsync<int>(db, "wal_autocheckpoint"));
        Assert.Equal(1, await PragmaAsync<int>(db, "foreign_keys"));
    }

    [Fact]
    public async Task Log_GrownPastItsLimit_IsEmptiedOnceNobodyHasTheFileOpen()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite, server);
        var log = new FileInfo(database.Options.SqliteFile + "-wal");
        await using (var reader = database.Open())
        {
            await reader.Database.OpenConnectionAsync(Cancel);
            await FillAsync(database, "while a reader has it open");
            log.Refresh();
            Assert.InRange(log.Length, 4 << 20, long.MaxValue);
        }

        log.Refresh();
        Assert.Equal(0, log.Length);
        await using var db = database.Open();
        Assert.Equal(1, await db.PlaygroundSessions.CountAsync(Cancel));
    }

    private static async Task FillAsync(TestDatabase database, string id)
    {
        await using var db = database.Open();
        // Five megabytes: more than the four at which the log is emptied.
        db.PlaygroundSessions.Add(new PlaygroundSessionRow { Id = id, Session = new('x', 5 << 20), CreatedAt = Make.At });
        await db.SaveChangesAsync(Cancel);
    }

    private static async Task<T> PragmaAsync<T>(DbContext db, string name)
    {
        await db.Database.OpenConnectionAsync(Cancel);
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"PRAGMA {name}";
        return (T)Convert.ChangeType((await command.ExecuteScalarAsync(Cancel))!, typeof(T), System.Globalization.CultureInfo.InvariantCulture);
    }
}
