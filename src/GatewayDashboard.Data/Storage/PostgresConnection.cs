using Npgsql;

namespace GatewayDashboard.Data.Storage;

/// <summary>What can be said of a PostgreSQL connection string without showing its password.</summary>
internal static class PostgresConnection
{
    /// <summary>What is wrong with it, or null.</summary>
    public static string? Fault(string connectionString)
    {
        try
        {
            return string.IsNullOrEmpty(new NpgsqlConnectionStringBuilder(connectionString).Host)
                ? "Database:ConnectionString names no Host."
                : null;
        }
        catch (ArgumentException)
        {
            return "Database:ConnectionString is not a PostgreSQL connection string, such as Host=db;Database=gateways;Username=gateways;Password=….";
        }
    }

    /// <summary>Where it points, for messages.</summary>
    public static string Place(string connectionString)
    {
        var parts = new NpgsqlConnectionStringBuilder(connectionString);
        return $"database '{parts.Database ?? parts.Username}' on {parts.Host}:{parts.Port}";
    }
}
