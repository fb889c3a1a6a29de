using GatewayDashboard.Core.Benchmarks;
using GatewayDashboard.Data.Runs;
using GatewayDashboard.Jobs;
using GatewayDashboard.Simulator;

namespace GatewayDashboard.Tests.Runs;

/// <summary>What a run is after the process that carried it out was killed.</summary>
public sealed class KilledRunTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("gateway-dashboard-").FullName;

    [Fact]
    public async Task Run_WhoseProcessIsKilled_IsInterruptedAndContinueSendsOnlyWhatWasNeverSent()
    {
        await using var simulator = await SimulatedGateways.StartAsync(new() { TimeScale = 4 }, TestContext.Current.CancellationToken);
        var address = simulator.BaseUrl("vllm").AbsoluteUri;
        var data = Path.Combine(_folder, "data");
        using (var process = CommandLineProcess.Start(_folder, "benchmark", "--gateway", $"mine={address}", "--model", "any-model", "--runs", "12", "--data", data))
        {
            while (simulator.Journal.Entries.Count(entry => entry.Request.Contains("completions", StringComparison.Ordinal)) < 4)
            {
                await Task.Delay(20, TestContext.Current.CancellationToken);
            }

            process.Kill();
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        await using var server = new RunServer(new Dictionary<string, string> { ["Gateways:mine:BaseUrl"] = address }, data);
        var before = Assert.Single((await server.Get<RunQueries>().ListAsync(new(), cancellationToken: TestContext.Current.CancellationToken)).Runs);
        Assert.Equal(RunState.Interrupted, before.State);

        Assert.True(await server.Get<RunControl>().ContinueAsync(before.Id, TestContext.Current.CancellationToken));
        var view = await server.EndAsync(before.Id, TestContext.Current.CancellationToken);

        Assert.Equal(RunState.Completed, view.Run.State);
        var sent = simulator.Journal.Entries.Where(entry => entry.RequestId is not null && !entry.RequestId.StartsWith("warm-up", StringComparison.Ordinal)).Select(entry => entry.RequestId!).ToArray();
        Assert.Equal(sent.Distinct().Count(), sent.Length);

        // At most the one call that was under way has no sample: it was paid for and is not sent again.
        Assert.InRange(view.Samples.Count, 12, 13);
        Assert.All(view.Samples, sample => Assert.Contains(sample.Call.Id, sent));
    }

    /// <inheritdoc />
    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
