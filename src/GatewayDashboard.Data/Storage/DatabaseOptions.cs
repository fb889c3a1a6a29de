namespace GatewayDashboard.Data.Storage;

/// <summary>Which database holds the data.</summary>
public enum DatabaseProvider
{
    /// <summary>A file in the data folder; one process.</summary>
    Sqlite,

    /// <summary>A PostgreSQL server; any number of processes.</summary>
    Postgres,
}

/// <summary>Where the data is kept.</summary>
public sealed record DatabaseOptions
{
    /// <summary><c>Database:Provider</c>; SQLite unless set.</summary>
    public DatabaseProvider Provider { get; init; } = DatabaseProvider.Sqlite;

    /// <summary><c>Database:ConnectionString</c>, for PostgreSQL only.</summary>
    public string? ConnectionString { get; init; }

    /// <summary><c>Database:ConnectionStringFile</c>: a file that holds the connection string, so that its password need not stand in the environment.</summary>
    public string? ConnectionStringFile { get; init; }

    /// <summary><c>DataDirectory</c>: the one folder the program writes to.</summary>
    public string DataDirectory { get; init; } = "data";

    /// <summary>The SQLite file.</summary>
    public string SqliteFile => Path.Combine(Path.GetFullPath(DataDirectory), "gateway-dashboard.db");

    /// <summary>What is wrong, in one sentence that names the key to change; null where nothing is.</summary>
    public string? Validate() => this switch
    {
        { DataDirectory: var folder } when string.IsNullOrWhiteSpace(folder) => "DataDirectory is empty; name a folder the program may write to.",
        { Provider: DatabaseProvider.Sqlite, ConnectionString: not null } or { Provider: DatabaseProvider.Sqlite, ConnectionStringFile: not null } =>
            "Database:ConnectionString is set, but Database:Provider is Sqlite, which keeps its file in DataDirectory; remove the one or set the other to Postgres.",
        { Provider: DatabaseProvider.Postgres, ConnectionString: null, ConnectionStringFile: null } =>
            "Database:Provider is Postgres, but neither Database:ConnectionString nor Database:ConnectionStringFile is set.",
        { ConnectionString: not null, ConnectionStringFile: not null } => "Set either Database:ConnectionString or Database:ConnectionStringFile, not both.",
        { ConnectionStringFile: { } file } when !File.Exists(file) => $"Database:ConnectionStringFile names '{file}', which does not exist.",
        { Provider: DatabaseProvider.Postgres } => PostgresConnection.Fault(ReadConnectionString()),
        _ => null,
    };

    /// <summary>The connection string in force.</summary>
    public string ReadConnectionString() => (Provider, ConnectionStringFile) switch
    {
        (DatabaseProvider.Sqlite, _) => $"Data Source={SqliteFile};Default Timeout=30",
        (_, { } file) => File.ReadAllText(file).Trim(),
        _ => ConnectionString!,
    };
}
