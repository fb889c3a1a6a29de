using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace GatewayDashboard.Data.Storage;

/// <summary>Brings the schema up to date at start: backup first, safe to interrupt, never touching what a newer version made.</summary>
/// <param name="contexts">The database.</param>
/// <param name="options">Where it is.</param>
/// <param name="folder">The data folder: holding it proves that no other process migrates the same file.</param>
/// <param name="time">Dates the backup.</param>
/// <param name="logger">Says what was applied.</param>
public sealed partial class DatabaseMigrator(
    IDbContextFactory<DashboardDbContext> contexts,
    DatabaseOptions options,
    DataFolder folder,
    TimeProvider time,
    ILogger<DatabaseMigrator> logger)
{
    /// <summary>Applies what is pending.</summary>
    /// <exception cref="DatabaseUnavailableException">The database cannot be reached, is damaged, or was made by a newer version.</exception>
    public async Task MigrateAsync(CancellationToken cancellationToken = default)
    {
        try
        {
            var db = await contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
            await using (db.ConfigureAwait(false))
            {
                await ApplyAsync(db, cancellationToken).ConfigureAwait(false);
            }
        }
        catch (DbException refused)
        {
            var place = options.Provider == DatabaseProvider.Sqlite ? $"'{options.SqliteFile}'" : PostgresConnection.Place(options.ReadConnectionString());
            throw new DatabaseUnavailableException($"The database {place} cannot be used: {refused.Message.ReplaceLineEndings(" ")}", refused);
        }
    }

    private async Task ApplyAsync(DashboardDbContext db, CancellationToken cancellationToken)
    {
        string[] known = [.. db.Database.GetMigrations()];
        string[] applied = [.. await db.Database.GetAppliedMigrationsAsync(cancellationToken).ConfigureAwait(false)];
        if (applied.Except(known).FirstOrDefault() is { } unknown)
        {
            throw new DatabaseUnavailableException(
                $"The database was made by a newer version of Gateway Dashboard (it has '{unknown}', which this one does not know); start that version, or restore an older backup.");
        }

        string[] pending = [.. known.Except(applied)];
        if (pending.Length == 0)
        {
            return;
        }

        if (options.Provider == DatabaseProvider.Sqlite && File.Exists(options.SqliteFile))
        {
            await ClearStaleLockAsync(db, cancellationToken).ConfigureAwait(false);
            if (await HoldsTablesAsync(db, cancellationToken).ConfigureAwait(false))
            {
                await BackUpAsync(db, pending[0], cancellationToken).ConfigureAwait(false);
            }
        }

        LogApplying(pending.Length, pending[^1]);
        await db.Database.MigrateAsync(cancellationToken).ConfigureAwait(false);
    }

    private async Task BackUpAsync(DashboardDbContext db, string before, CancellationToken cancellationToken)
    {
        var backups = Directory.CreateDirectory(Path.Combine(folder.Path, "backups"));
        var stamp = time.GetUtcNow().ToString("yyyyMMdd-HHmmss-fff", CultureInfo.InvariantCulture);
        var file = Path.Combine(backups.FullName, $"{stamp}-before-{before}.db");
        await db.Database.ExecuteSqlAsync($"VACUUM INTO {file}", cancellationToken).ConfigureAwait(false);
        LogBackedUp(file);
    }

    private async Task ClearStaleLockAsync(DashboardDbContext db, CancellationToken cancellationToken)
    {
        // A process killed while migrating leaves this row, and every later start would wait for it for ever. We hold the folder: nobody else migrates.
        var tables = await CountTablesAsync(db, "__EFMigrationsLock", cancellationToken).ConfigureAwait(false);
        if (tables > 0 && await db.Database.ExecuteSqlAsync($"DELETE FROM \"__EFMigrationsLock\"", cancellationToken).ConfigureAwait(false) > 0)
        {
            LogClearedLock();
        }
    }

    private static async Task<bool> HoldsTablesAsync(DashboardDbContext db, CancellationToken cancellationToken) =>
        await CountTablesAsync(db, "%", cancellationToken).ConfigureAwait(false)
        > await CountTablesAsync(db, "__EFMigrations%", cancellationToken).ConfigureAwait(false);

    private static Task<int> CountTablesAsync(DashboardDbContext db, string pattern, CancellationToken cancellationToken) => db.Database
        .SqlQuery<int>($"SELECT COUNT(*) AS \"Value\" FROM sqlite_master WHERE type = 'table' AND name LIKE {pattern}")
        .SingleAsync(cancellationToken);

    [LoggerMessage(Level = LogLevel.Information, Message = "Applying {Count} database migrations, up to {Last}")]
    private partial void LogApplying(int count, string last);

    [LoggerMessage(Level = LogLevel.Information, Message = "Backed the database up to {File}")]
    private partial void LogBackedUp(string file);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Cleared the lock of a migration that was interrupted")]
    private partial void LogClearedLock();
}
