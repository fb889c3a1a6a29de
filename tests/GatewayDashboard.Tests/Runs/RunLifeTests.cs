using System.Text.Json;
using GatewayDashboard.Core.Benchmarks;
using GatewayDashboard.Credentials;
using GatewayDashboard.Jobs;
using GatewayDashboard.Live;

namespace GatewayDashboard.Tests.Runs;

/// <summary>A run from its order to its exports, on the simulated gateways.</summary>
public sealed class RunLifeTests : IAsyncLifetime
{
    private static readonly Benchmark Short = BenchmarkPresets.Quick with { Runs = 8, Pause = TimeSpan.Zero };

    private readonly RunServer _server = new(new Dictionary<string, string> { ["Simulation:TimeScale"] = "10" });

    [Fact]
    public async Task Run_OnSimulatedGateways_KeepsEverySampleApartFromWarmUpAndCostsNothing()
    {
        var view = await _server.RunAsync(new(Short, Targets()), TestContext.Current.CancellationToken);

        Assert.Equal(RunState.Completed, view.Run.State);
        Assert.Equal(9 * 5, view.Samples.Count);
        Assert.Equal(5, view.Samples.Count(sample => sample.Call.WarmUp));
        Assert.Equal(0m, view.Run.SpentUsd);
        Assert.All(view.Summary!.Series, series => Assert.Equal(8, series.Attempted));
    }

    [Fact]
    public async Task Export_AsJson_HoldsRequestIdsPhasesAndEventTimesOfEverySample()
    {
        var view = await _server.RunAsync(new(Short, Targets()), TestContext.Current.CancellationToken);
        using var client = new HttpClient { BaseAddress = _server.Address };

        using var document = JsonDocument.Parse(await client.GetStringAsync(new Uri($"/api/v1/runs/{view.Run.Id}/export?format=json", UriKind.Relative), TestContext.Current.CancellationToken));

        var samples = document.RootElement.GetProperty("samples").EnumerateArray().ToArray();
        Assert.Equal(view.Samples.Select(sample => sample.Call.Id).Order(), samples.Select(sample => sample.GetProperty("requestId").GetString()!).Order());
        Assert.All(samples, sample =>
        {
            // Short answers have 24 tokens, one per event.
            var events = sample.GetProperty("events").EnumerateArray().ToArray();
            Assert.Equal(24, events.Length);
            Assert.Equal(events[0].GetProperty("us").GetInt64(), sample.GetProperty("phases").GetProperty("firstTokenUs").GetInt64());
            Assert.Equal("ok", sample.GetProperty("outcome").GetString());
        });
    }

    [Fact]
    public async Task Export_AsCsv_HasOneRowPerSampleUnderAHeading()
    {
        var view = await _server.RunAsync(new(Short, Targets()), TestContext.Current.CancellationToken);
        using var client = new HttpClient { BaseAddress = _server.Address };

        var csv = await client.GetStringAsync(new Uri($"/api/v1/runs/{view.Run.Id}/export?format=csv", UriKind.Relative), TestContext.Current.CancellationToken);

        var lines = csv.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.StartsWith("request_id,target,prompt", lines[0], StringComparison.Ordinal);
        Assert.Equal(view.Samples.Count, lines.Length - 1);
    }

    [Fact]
    public async Task Cancel_InTheMiddle_EndsTheRunSoonAndKeepsFinishedSamples()
    {
        var control = _server.Get<RunControl>();
        var started = await control.StartAsync(new(Short with { Runs = 200 }, Targets()), TestContext.Current.CancellationToken);
        var runId = started.RunId!.Value;
        while (_server.Get<RunMonitor>().Snapshot(runId) is not { Ended: >= 10 })
        {
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }

        await control.CancelAsync(runId, TestContext.Current.CancellationToken);
        var view = await _server.EndAsync(runId, TestContext.Current.CancellationToken);

        Assert.Equal(RunState.Cancelled, view.Run.State);
        Assert.InRange(view.Samples.Count(sample => sample.Measurement.Succeeded), 10, 500);
        Assert.NotNull(view.Summary);
    }

    [Fact]
    public async Task Order_OfLiveAndSimulatedTargets_IsRefusedInOneSentence()
    {
        await using var mixed = new RunServer(new Dictionary<string, string> { ["Gateways:groq:BaseUrl"] = "http://127.0.0.1:9/v1" });
        var connections = mixed.Get<ConnectionDirectory>();
        var live = new Core.Gateways.Target(connections.Find("groq")!.Live!, new("groq", "openai/gpt-oss-120b", new("gpt-oss-120b", "")));

        var started = await mixed.Get<RunControl>().StartAsync(new(Short, [live, DefaultTargets.Of(connections, simulated: true)[0]]), TestContext.Current.CancellationToken);

        Assert.Null(started.RunId);
        Assert.Contains("wholly live or wholly simulated", Assert.Single(started.Faults), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1_000_000)]
    public async Task Order_OfZeroOrAMillionRuns_IsRefusedWithTheRange(int runs)
    {
        var started = await _server.Get<RunControl>().StartAsync(new(Short with { Runs = runs }, Targets()), TestContext.Current.CancellationToken);

        Assert.Null(started.RunId);
        Assert.Contains("10,000", Assert.Single(started.Faults), StringComparison.Ordinal);
    }

    /// <inheritdoc />
    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <inheritdoc />
    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private IReadOnlyList<Core.Gateways.Target> Targets() => DefaultTargets.Of(_server.Get<ConnectionDirectory>(), simulated: true);
}
