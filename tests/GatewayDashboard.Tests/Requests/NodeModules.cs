namespace GatewayDashboard.Tests.Requests;

/// <summary>The <c>openai</c> npm package, installed once into the build folder and kept there.</summary>
internal static class NodeModules
{
    private const string Version = "6.49.0";

    /// <summary>A folder in which node finds <c>openai</c>; null, with a skipped test, where node or the package cannot be had.</summary>
    public static async Task<string?> FolderAsync()
    {
        string folder = Path.Combine(AppContext.BaseDirectory, "node-clients", Version);
        if (File.Exists(Path.Combine(folder, "node_modules", "openai", "package.json")))
        {
            return folder;
        }

        if (!await ToolRun.ExistsAsync("node", "--version"))
        {
            return null;
        }

        Directory.CreateDirectory(folder);
        await File.WriteAllTextAsync(Path.Combine(folder, "package.json"), """{"private":true}""");
        (int exitCode, _) = await ToolRun.RunAsync("npm", folder, "install", "--no-audit", "--no-fund", "--ignore-scripts", "--silent", $"openai@{Version}");
        return exitCode == 0 ? folder : null;
    }
}
