namespace GatewayDashboard.Data.Storage;

/// <summary>
/// The data folder, held while the program runs. With SQLite it is held alone: the operating system's lock goes with the process,
/// so a crash leaves nothing to clean up.
/// </summary>
public sealed class DataFolder : IDisposable
{
    private readonly FileStream? _lock;

    private DataFolder(string path, FileStream? held)
    {
        Path = path;
        _lock = held;
    }

    /// <summary>Its full path.</summary>
    public string Path { get; }

    /// <summary>Makes the folder where it is missing and takes it.</summary>
    /// <exception cref="DatabaseUnavailableException">It cannot be written to, or another process holds it.</exception>
    public static DataFolder Open(DatabaseOptions options)
    {
        var path = System.IO.Path.GetFullPath(options.DataDirectory);
        try
        {
            Make(path);
            Probe(path);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new DatabaseUnavailableException($"The data folder '{path}' cannot be written to; set DataDirectory to a folder this user may write to.", refused);
        }

        return new(path, options.Provider == DatabaseProvider.Sqlite ? Lock(path) : null);
    }

    /// <inheritdoc/>
    public void Dispose() => _lock?.Dispose();

    private static void Make(string path)
    {
        if (Directory.Exists(path))
        {
            return;
        }

        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else
        {
            // Prompts and encrypted keys are nobody else's business.
            Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    private static void Probe(string path)
    {
        var probe = System.IO.Path.Combine(path, $".write-{Guid.NewGuid():N}");
        File.WriteAllBytes(probe, []);
        File.Delete(probe);
    }

    private static FileStream Lock(string path)
    {
        try
        {
            return new(System.IO.Path.Combine(path, ".lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException held)
        {
            throw new DatabaseUnavailableException(
                $"Another Gateway Dashboard is running on the data folder '{path}'; stop it, set another DataDirectory, or use PostgreSQL for several instances.", held);
        }
    }
}
