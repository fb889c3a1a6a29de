using System.Diagnostics;

namespace GatewayDashboard.Benchmarks.Accuracy;

/// <summary>The simulator as a process of its own, so that it shares nothing with the client but the machine's clock.</summary>
internal sealed class SimulatorProcess : IAsyncDisposable
{
    private readonly Process _process;

    private SimulatorProcess(Process process, Uri address, string journal) => (_process, Address, JournalPath) = (process, address, journal);

    public Uri Address { get; }

    public string JournalPath { get; }

    public static async Task<SimulatorProcess> StartAsync()
    {
        var journal = Path.Combine(Path.GetTempPath(), $"gateway-dashboard-{Guid.NewGuid():N}.ndjson");
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true };
        foreach (var word in new[] { Path.Combine(AppContext.BaseDirectory, "GatewayDashboard.Simulator.dll"), "--port", "0", "--journal", journal })
        {
            start.ArgumentList.Add(word);
        }

        var process = Process.Start(start)!;
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.StartsWith("listening ", StringComparison.Ordinal))
            {
                return new SimulatorProcess(process, new Uri(line["listening ".Length..]), journal);
            }
        }

        throw new InvalidOperationException("The simulator ended before it listened.");
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        File.Delete(JournalPath);
    }
}
