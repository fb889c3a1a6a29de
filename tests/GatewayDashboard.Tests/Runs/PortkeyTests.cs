using GatewayDashboard.Core.Benchmarks;
using GatewayDashboard.Core.Gateways;
using GatewayDashboard.Credentials;
using GatewayDashboard.Simulator;

namespace GatewayDashboard.Tests.Runs;

/// <summary>A gateway that we did not write, between our client and our simulator.</summary>
public sealed class PortkeyTests
{
    [Fact]
    public async Task Benchmark_ThroughTheRealPortkeyGateway_Succeeds()
    {
        await using var simulator = await SimulatedGateways.StartAsync(new() { TimeScale = 4 }, TestContext.Current.CancellationToken);
        await using var portkey = await PortkeyGateway.StartAsync(TestContext.Current.CancellationToken);
        await using var server = new RunServer(new Dictionary<string, string>
        {
            ["Gateways:portkey:BaseUrl"] = portkey.BaseUrl.AbsoluteUri,
            ["Gateways:portkey:Headers:x-portkey-provider"] = "openai",
            ["Gateways:portkey:Headers:x-portkey-custom-host"] = simulator.BaseUrl("vllm").AbsoluteUri,
        });
        var target = new Target(server.Get<ConnectionDirectory>().Find("portkey")!.Live!, new("portkey", "llama-3.1-8b", new("llama-3.1-8b", "")));

        var view = await server.RunAsync(new(BenchmarkPresets.Quick with { Runs = 6, Pause = TimeSpan.Zero }, [target]), TestContext.Current.CancellationToken);

        Assert.Equal(RunState.Completed, view.Run.State);
        Assert.All(view.Samples, sample => Assert.True(sample.Measurement.Succeeded, sample.Measurement.Fault?.Message));
        Assert.Equal(6, view.Summary!.Series[0].FirstToken.Count);
        Assert.True(simulator.Journal.Entries.Count >= 7, "The calls went through the gateway to the simulator.");
    }
}
