using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace GatewayDashboard.Tests.Host;

/// <summary>Starts the product as a user does, as a process, and reads what it prints.</summary>
public sealed class StartTests : IDisposable
{
    private readonly string _data = Directory.CreateTempSubdirectory("gateway-dashboard-").FullName;

    [Fact]
    public async Task Start_OnAPortInUse_SaysSoInOneLineAndFails()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var url = $"http://127.0.0.1:{((IPEndPoint)taken.LocalEndpoint).Port}";

        var (exit, output, error) = await RunAsync("--urls", url);

        Assert.Equal(3, exit);
        Assert.Empty(output);
        Assert.Contains(url, Assert.Single(error), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_BeyondLoopback_SaysTheLineThatFixesItAndFails()
    {
        var (exit, output, error) = await RunAsync("--urls", "http://0.0.0.0:0");

        Assert.Equal(3, exit);
        Assert.Empty(output);
        Assert.Contains("--urls http://localhost:5210", Assert.Single(error), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_WithADataFolderThatIsAFile_SaysWhatToChangeAndFails()
    {
        var file = Path.Combine(_data, "file");
        await File.WriteAllTextAsync(file, "not a folder", TestContext.Current.CancellationToken);

        var (exit, _, error) = await RunAsync("--urls", "http://127.0.0.1:0", "--DataDirectory", file);

        Assert.Equal(3, exit);
        Assert.Contains("DataDirectory", Assert.Single(error), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_OnAFreePort_PrintsOneLineWithTheAddress()
    {
        using var process = Process.Start(Command(["--urls", "http://127.0.0.1:0"]))!;
        var line = await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
        var address = new Uri(line!.Split(' ')[^1]);
        using var client = new HttpClient();
        var answer = await client.GetStringAsync(new Uri(address, "/readyz"), TestContext.Current.CancellationToken);
        process.Kill();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.StartsWith("Gateway Dashboard is ready at http://127.0.0.1:", line, StringComparison.Ordinal);
        Assert.Equal("ready", answer);
        Assert.Empty(await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken));
    }

    /// <inheritdoc />
    public void Dispose() => Directory.Delete(_data, recursive: true);

    private async Task<(int Exit, string[] Output, string[] Error)> RunAsync(params string[] arguments)
    {
        using var process = Process.Start(Command(arguments))!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, Lines(await output), Lines(await error));
    }

    private ProcessStartInfo Command(string[] arguments)
    {
        var dll = Path.Combine(AppContext.BaseDirectory, "GatewayDashboard.dll");
        // A later --DataDirectory on the line wins over the first.
        return new ProcessStartInfo("dotnet", [dll, "--DataDirectory", Path.Combine(_data, "data"), .. arguments])
        {
            WorkingDirectory = _data,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["ASPNETCORE_URLS"] = null, ["ASPNETCORE_HTTP_PORTS"] = null },
        };
    }

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
