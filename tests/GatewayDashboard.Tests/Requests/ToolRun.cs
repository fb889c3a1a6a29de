using System.ComponentModel;
using System.Diagnostics;

namespace GatewayDashboard.Tests.Requests;

/// <summary>Runs a real tool of the machine.</summary>
internal static class ToolRun
{
    /// <summary>The key the tools find in their environment.</summary>
    public const string Key = "key-for-tests";

    /// <summary>Whether a program answers at all.</summary>
    public static async Task<bool> ExistsAsync(string program, params string[] arguments)
    {
        try
        {
            return (await RunAsync(program, Path.GetTempPath(), arguments)).ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }

    /// <summary>Runs it to its end, at most two minutes.</summary>
    public static async Task<(int ExitCode, string Output)> RunAsync(string program, string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment[NastyDrafts.KeyVariable] = Key;
        using Process process = Process.Start(start)!;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromMinutes(2));
        Task<string> output = process.StandardOutput.ReadToEndAsync(limit.Token);
        Task<string> errors = process.StandardError.ReadToEndAsync(limit.Token);
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }

        return (process.ExitCode, await output + await errors);
    }
}
