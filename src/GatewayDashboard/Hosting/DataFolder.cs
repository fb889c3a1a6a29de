using Microsoft.AspNetCore.DataProtection;

namespace GatewayDashboard.Hosting;

/// <summary>The one folder the app writes to: <c>DataDirectory</c>, or <c>data</c> beside the app's files.</summary>
/// <param name="Path">Absolute; exists and can be written to.</param>
internal sealed record DataFolder(string Path)
{
    /// <summary>The configuration key.</summary>
    public const string Key = "DataDirectory";

    /// <summary>Creates the folder where needed, and proves that it can be written to.</summary>
    public static DataFolder Open(string path)
    {
        try
        {
            var folder = Directory.CreateDirectory(path);
            if (!OperatingSystem.IsWindows())
            {
                // Encrypted gateway keys and their key ring live here: nobody else on the machine needs to look.
                folder.UnixFileMode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
            }

            using (File.Create(System.IO.Path.Combine(path, $".probe-{Environment.ProcessId}"), 1, FileOptions.DeleteOnClose))
            {
                return new DataFolder(folder.FullName);
            }
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new StartRefusal($"The data folder {path} cannot be written to; make it writable, or name another: --{Key} FOLDER");
        }
    }
}

/// <summary>Registers the folder and what the framework itself keeps in it.</summary>
internal static class DataFolderRegistration
{
    public static void AddDataFolder(this WebApplicationBuilder builder)
    {
        var named = builder.Configuration[DataFolder.Key];
        var folder = DataFolder.Open(Path.GetFullPath(string.IsNullOrWhiteSpace(named) ? "data" : named, builder.Environment.ContentRootPath));
        builder.Services.AddSingleton(folder);
        builder.Services.AddDataProtection()
            .SetApplicationName("GatewayDashboard")
            .PersistKeysToFileSystem(Directory.CreateDirectory(Path.Combine(folder.Path, "keys")));
    }
}
