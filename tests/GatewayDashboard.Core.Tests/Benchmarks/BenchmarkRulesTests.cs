using GatewayDashboard.Core.Benchmarks;

namespace GatewayDashboard.Core.Tests.Benchmarks;

public sealed class BenchmarkRulesTests
{
    private static readonly string[] Targets = ["groq/llama", "openrouter/llama"];

    public static TheoryData<Benchmark, string> Faults => new()
    {
        { BenchmarkPresets.Quick with { Name = " " }, "name" },
        { BenchmarkPresets.Quick with { Runs = 0 }, "runs" },
        { BenchmarkPresets.Quick with { Runs = 1_000_000 }, "runs" },
        { BenchmarkPresets.Quick with { WarmUpBlocks = -1 }, "warmUpBlocks" },
        { BenchmarkPresets.Quick with { Pause = TimeSpan.FromMilliseconds(-1) }, "pause" },
        { BenchmarkPresets.Quick with { Stagger = TimeSpan.FromMilliseconds(-1) }, "stagger" },
        { BenchmarkPresets.Quick with { Concurrency = 0 }, "concurrency" },
        { BenchmarkPresets.Quick with { Concurrency = 4 }, "concurrency" },
        { BenchmarkPresets.Quick with { Order = TargetOrder.Concurrent, Concurrency = 17 }, "concurrency" },
        { BenchmarkPresets.Quick with { Order = (TargetOrder)9 }, "order" },
        { BenchmarkPresets.Quick with { Temperature = 2.1 }, "temperature" },
        { BenchmarkPresets.Quick with { Temperature = double.NaN }, "temperature" },
        { BenchmarkPresets.Quick with { RunCapUsd = -0.01m }, "runCapUsd" },
        { BenchmarkPresets.Quick with { Prompts = [] }, "prompts" },
        { BenchmarkPresets.Quick with { Prompts = [new("p", " ", 64)] }, "prompts" },
        { BenchmarkPresets.Quick with { Prompts = [new("", "text", 64)] }, "prompts" },
        { BenchmarkPresets.Quick with { Prompts = [new("p", new('x', 200_001), 64)] }, "prompts" },
        { BenchmarkPresets.Quick with { Prompts = [new("p", "one", 64), new("p", "two", 64)] }, "prompts" },
        { BenchmarkPresets.Quick with { Prompts = [new("p", "text", 0)] }, "maxTokens" },
        { BenchmarkPresets.Quick with { Limits = new() { Total = TimeSpan.Zero } }, "limits.total" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void Check_OneFault_IsNamedInOneSentence(Benchmark benchmark, string field)
    {
        var fault = Assert.Single(BenchmarkRules.Check(benchmark, Targets));

        Assert.Equal(field, fault.Field);
        Assert.EndsWith(".", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_Presets_HaveNoFault()
    {
        Assert.Empty(BenchmarkRules.Check(BenchmarkPresets.Quick, Targets));
        Assert.Empty(BenchmarkRules.Check(BenchmarkPresets.ArticleProtocol, Targets));
        Assert.Empty(BenchmarkRules.Check(BenchmarkPresets.HourlyWatch, Targets));
    }

    [Fact]
    public void Check_NoTargets_SaysSo() => Assert.Equal("targets", Assert.Single(BenchmarkRules.Check(BenchmarkPresets.Quick, [])).Field);

    [Fact]
    public void Check_SameTargetTwice_NamesIt() =>
        Assert.Contains("groq/llama", Assert.Single(BenchmarkRules.Check(BenchmarkPresets.Quick, ["groq/llama", "groq/llama"])).Message, StringComparison.Ordinal);

    [Fact]
    public void Check_SeveralFaults_AreAllNamed() => Assert.Equal(
        ["runs", "pause"],
        BenchmarkRules.Check(BenchmarkPresets.Quick with { Runs = 0, Pause = TimeSpan.FromSeconds(-1) }, Targets).Select(fault => fault.Field));

    [Fact]
    public void Check_ManyInFlightOnThisMachine_IsAllowed() =>
        Assert.Empty(BenchmarkRules.Check(BenchmarkPresets.Quick with { Order = TargetOrder.Concurrent, Concurrency = 256 }, Targets, onLoopback: true));
}
