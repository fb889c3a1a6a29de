using System.Data;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace GatewayDashboard.Data.Storage;

/// <summary>
/// Moves the write-ahead log into the database file whenever the last open connection closes and the log has grown. SQLite before
/// 3.51.3 can corrupt a database when one connection checkpoints while another writes (sqlite.org/wal.html#walresetbug); here nobody can,
/// because opening waits for the few milliseconds a checkpoint takes.
/// </summary>
internal sealed class SqliteCheckpoints(string file, long threshold = 4 << 20) : DbConnectionInterceptor
{
    private readonly HashSet<DbConnection> _open = [];
    private readonly Lock _gate = new();

    public override InterceptionResult ConnectionOpening(DbConnection connection, ConnectionEventData eventData, InterceptionResult result)
    {
        Enter(connection);
        return result;
    }

    public override ValueTask<InterceptionResult> ConnectionOpeningAsync(
        DbConnection connection, ConnectionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
    {
        Enter(connection);
        return new(result);
    }

    public override void ConnectionFailed(DbConnection connection, ConnectionErrorEventData eventData) => Leave(connection);

    public override Task ConnectionFailedAsync(DbConnection connection, ConnectionErrorEventData eventData, CancellationToken cancellationToken = default)
    {
        Leave(connection);
        return Task.CompletedTask;
    }

    private void Enter(DbConnection connection)
    {
        lock (_gate)
        {
            if (_open.Add(connection))
            {
                // The connection's own event, because a pooled context that is disposed closes it without telling interceptors.
                connection.StateChange += OnStateChange;
            }
        }
    }

    private void OnStateChange(object sender, StateChangeEventArgs change)
    {
        if (change.CurrentState == ConnectionState.Closed)
        {
            Leave((DbConnection)sender);
        }
    }

    private void Leave(DbConnection connection)
    {
        lock (_gate)
        {
            connection.StateChange -= OnStateChange;
            if (_open.Remove(connection) && _open.Count == 0 && new FileInfo(file + "-wal") is { Exists: true } log && log.Length >= threshold)
            {
                Checkpoint();
            }
        }
    }

    private void Checkpoint()
    {
        try
        {
            using var connection = new SqliteConnection($"Data Source={file};Pooling=False;Mode=ReadWrite");
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA busy_timeout=5000; PRAGMA synchronous=FULL; PRAGMA wal_checkpoint(TRUNCATE);";
            command.ExecuteNonQuery();
        }
        catch (SqliteException)
        {
            // A full disk or a reader outside the program: the log stays, nothing is lost, the next close tries again.
        }
    }
}
