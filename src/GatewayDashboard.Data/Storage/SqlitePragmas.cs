using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace GatewayDashboard.Data.Storage;

/// <summary>Settings of every SQLite connection. FULL: a committed call or sample survives a power cut, because it may have cost money.</summary>
internal sealed class SqlitePragmas : DbConnectionInterceptor
{
    // No automatic checkpoints: SqliteCheckpoints makes them while nobody else has the file open.
    private const string Sql =
        "PRAGMA busy_timeout=5000; PRAGMA synchronous=FULL; PRAGMA temp_store=MEMORY; PRAGMA cache_size=-16000; " +
        "PRAGMA journal_size_limit=67108864; PRAGMA foreign_keys=ON; PRAGMA wal_autocheckpoint=0;";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Apply(connection);

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Apply(connection);
        return Task.CompletedTask;
    }

    private static void Apply(DbConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Sql;
        command.ExecuteNonQuery();
    }
}
