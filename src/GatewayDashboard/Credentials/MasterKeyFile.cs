using System.Security.Cryptography;
using GatewayDashboard.Core.Secrets;
using GatewayDashboard.Hosting;

namespace GatewayDashboard.Credentials;

/// <summary>The file the master key lives in: <c>master.key</c> in the data folder, or the one named by <c>MasterKey_FILE</c>.</summary>
internal static class MasterKeyFile
{
    /// <summary>The setting with the key itself; with <c>_FILE</c> behind it, the path of a file that holds it.</summary>
    public const string Setting = "MasterKey";

    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode Others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;

    /// <summary>The master key: from the settings where they name one, else from the data folder, where it is made on the first start.</summary>
    /// <exception cref="StartRefusal">It is set but cannot be used.</exception>
    public static MasterKey Open(IConfiguration configuration, string dataFolder)
    {
        if (configuration[Setting] is { Length: > 0 } text)
        {
            return MasterKey.Parse(text) ?? throw new StartRefusal($"{Setting} is not a master key; it must be 32 random bytes in base64.");
        }

        // A file somebody else mounts may have whatever mode the platform gives it; ours may not.
        return configuration[Setting + "_FILE"] is { Length: > 0 } named
            ? Read(named)
            : Own(Path.Combine(dataFolder, "master.key"));
    }

    /// <summary>The key of a file of ours, which nobody else may read; made where it is missing.</summary>
    public static MasterKey Own(string path)
    {
        if (!File.Exists(path))
        {
            try
            {
                return Write(path, MasterKey.Create());
            }
            catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
            {
                throw new StartRefusal($"The data folder '{Path.GetDirectoryName(path)}' cannot be written to; set DataDirectory to a folder this user may write to.");
            }
        }

        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & Others) != 0)
        {
            throw new StartRefusal($"The master key {path} can be read by others; run: chmod 600 {path}");
        }

        return Read(path);
    }

    private static MasterKey Read(string path)
    {
        try
        {
            return MasterKey.Parse(File.ReadAllText(path)) ?? throw new StartRefusal($"The file {path} holds no master key; it must be 32 random bytes in base64.");
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new StartRefusal($"The master key file {path} cannot be read.");
        }
    }

    // Written beside and moved into place, so that a crash leaves a whole key or none.
    private static MasterKey Write(string path, MasterKey key)
    {
        Folder(Path.GetDirectoryName(path)!);
        string draft = $"{path}.{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(4))}";
        FileStreamOptions options = new() { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerOnly;
        }

        using (StreamWriter writer = new(draft, options))
        {
            writer.WriteLine(key.Reveal());
        }

        try
        {
            File.Move(draft, path);
            return key;
        }
        catch (IOException) when (File.Exists(path))
        {
            // Another instance on the same folder was first.
            File.Delete(draft);
            return Read(path);
        }
    }

    private static void Folder(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else
        {
            Directory.CreateDirectory(path, OwnerOnly | UnixFileMode.UserExecute);
        }
    }
}
