using System.Text.Json;
using GatewayDashboard.Simulator;

namespace GatewayDashboard.Tests.Runs;

/// <summary><c>benchmark</c> as a user types it, as a process of its own.</summary>
public sealed class CommandLineTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("gateway-dashboard-").FullName;

    [Fact]
    public async Task Benchmark_AgainstAServerOnTheLine_PrintsATableWritesTheFileAndSucceeds()
    {
        await using var simulator = await SimulatedGateways.StartAsync(new() { TimeScale = 10 }, TestContext.Current.CancellationToken);
        var file = Path.Combine(_folder, "run.json");

        var (exit, output, error) = await CommandLineProcess.RunAsync(_folder, "benchmark", "--gateway", $"mine={simulator.BaseUrl("vllm")}", "--model", "any-model", "--runs", "6", "--output", file);

        Assert.True(exit == 0, error);
        Assert.Contains("mine", output, StringComparison.Ordinal);
        Assert.Contains("first token (interval)", output, StringComparison.Ordinal);
        using var document = JsonDocument.Parse(await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken));
        Assert.Equal(7, document.RootElement.GetProperty("samples").GetArrayLength());
        Assert.Equal("customAddress", document.RootElement.GetProperty("run").GetProperty("provenance").GetString());
    }

    [Fact]
    public async Task Benchmark_WithConcurrency_SaysThatTheRuleWasLifted()
    {
        await using var simulator = await SimulatedGateways.StartAsync(new() { TimeScale = 10 }, TestContext.Current.CancellationToken);

        var (exit, output, error) = await CommandLineProcess.RunAsync(_folder, "benchmark", "--gateway", $"mine={simulator.BaseUrl("vllm")}", "--model", "any-model", "--runs", "20", "--concurrency", "8", "--prompt", "Say hello.", "--max-tokens", "16");

        Assert.True(exit == 0, error);
        Assert.Contains("8 calls at once: the one-call-at-a-time rule was lifted", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Benchmark_WhereNothingAnswers_EndsWithOne()
    {
        // Port 9 (discard) is closed on every machine that runs tests.
        var (exit, output, _) = await CommandLineProcess.RunAsync(_folder, "benchmark", "--gateway", "gone=http://127.0.0.1:9/v1", "--model", "any-model", "--runs", "1");

        Assert.Equal(1, exit);
        Assert.Contains("gone", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("There is no gateway \"nobody\"", "--gateways", "nobody")]
    [InlineData("--runs is 0; it goes from 1 to 10,000.", "--runs", "0")]
    [InlineData("--runs is 1000000; it goes from 1 to 10,000.", "--runs", "1000000")]
    [InlineData("--preset is quick or article.", "--preset", "slow")]
    [InlineData("is not name=URL with an http or https URL", "--gateway", "mine=ftp://127.0.0.1/v1", "--model", "m")]
    [InlineData("--gateway needs --model", "--gateway", "mine=http://127.0.0.1:9/v1")]
    [InlineData("The environment variable NO_SUCH_KEY is not set.", "--gateway", "mine=http://127.0.0.1:9/v1", "--model", "m", "--key-variable", "NO_SUCH_KEY")]
    [InlineData("--fast", "--fast")]
    public async Task Benchmark_UsedWrongly_SaysWhatToChangeAndEndsWithTwo(string sentence, params string[] arguments)
    {
        var (exit, _, error) = await CommandLineProcess.RunAsync(_folder, ["benchmark", .. arguments]);

        Assert.Equal(2, exit);
        Assert.Contains(sentence, error, StringComparison.Ordinal);
    }

    /// <inheritdoc />
    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
