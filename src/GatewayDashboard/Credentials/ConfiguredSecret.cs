using GatewayDashboard.Core.Secrets;

namespace GatewayDashboard.Credentials;

/// <summary>A key from configuration, or what is wrong with it. A setting <c>X</c> may be given as a file by <c>X_FILE</c>, as container platforms mount secrets.</summary>
/// <param name="Secret">The key, or null where it cannot be used.</param>
/// <param name="Source">Where it stands.</param>
/// <param name="Problem">Why it cannot be used, or null.</param>
internal sealed record ConfiguredSecret(Secret? Secret, KeySource Source, string? Problem)
{
    private const int LongestFile = 16 * 1024;

    /// <summary>The key of that name, or null where neither it nor its file is set.</summary>
    public static ConfiguredSecret? Read(IConfiguration configuration, string name, KeySource source)
    {
        if (configuration[name] is { Length: > 0 } text)
        {
            return Of(text, source, name);
        }

        string fileSetting = name + "_FILE";
        if (configuration[fileSetting] is not { Length: > 0 } path)
        {
            return null;
        }

        try
        {
            return new FileInfo(path) is { Exists: true, Length: <= LongestFile }
                ? Of(File.ReadAllText(path), KeySource.File, fileSetting)
                : new ConfiguredSecret(null, KeySource.File, $"The file named by {fileSetting} does not exist or is too long for a key.");
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return new ConfiguredSecret(null, KeySource.File, $"The file named by {fileSetting} cannot be read.");
        }
    }

    private static ConfiguredSecret Of(string text, KeySource source, string name) => KeyText.Problem(text) is { } problem
        ? new ConfiguredSecret(null, source, $"{name}: {problem}")
        : new ConfiguredSecret(new Secret(text), source, null);
}
