using GatewayDashboard.Data.Storage;
using Microsoft.AspNetCore.DataProtection;

namespace GatewayDashboard.Hosting;

/// <summary>The one folder the app writes to, and what the framework itself keeps in it.</summary>
internal static class DataFolderRegistration
{
    /// <summary>The configuration key.</summary>
    public const string Key = "DataDirectory";

    /// <summary>Where the data is kept, as configuration says: <c>DataDirectory</c>, or <c>data</c> in the folder the app works in.</summary>
    public static DatabaseOptions DatabaseOptions(this IHostApplicationBuilder builder)
    {
        var section = builder.Configuration.GetSection("Database");
        var named = builder.Configuration[Key];
        return new()
        {
            Provider = Provider(section[nameof(Provider)]),
            ConnectionString = section["ConnectionString"],
            ConnectionStringFile = section["ConnectionStringFile"],
            DataDirectory = Path.GetFullPath(string.IsNullOrWhiteSpace(named) ? "data" : named, builder.Environment.ContentRootPath),
        };
    }

    /// <summary>Keeps the framework's own keys in the data folder, so that sign-ins and forms survive a restart.</summary>
    public static void AddFrameworkKeys(this WebApplicationBuilder builder, DatabaseOptions options)
    {
        var keys = Path.Combine(Path.GetFullPath(options.DataDirectory), "keys");
        builder.Services.AddDataProtection().SetApplicationName("GatewayDashboard").PersistKeysToFileSystem(new DirectoryInfo(keys));
    }

    private static DatabaseProvider Provider(string? text) => text switch
    {
        null or "" => DatabaseProvider.Sqlite,
        _ when Enum.TryParse<DatabaseProvider>(text, ignoreCase: true, out var provider) && Enum.IsDefined(provider) => provider,
        _ => throw new StartRefusal($"Database:Provider is \"{text}\"; write Sqlite or Postgres."),
    };
}
