namespace GatewayDashboard.Core.Benchmarks;

/// <summary>Ready-made definitions.</summary>
public static class BenchmarkPresets
{
    /// <summary>The fewest runs that carry an interval and a verdict, short prompt: half a minute.</summary>
    public static Benchmark Quick { get; } = new()
    {
        Name = "Quick",
        Prompts = [new(BenchmarkPrompts.ShortName, BenchmarkPrompts.ShortText, MaxTokens: 64)],
        Runs = 12,
    };

    /// <summary>The published comparison's protocol: short and long prompt, 50 runs each, temperature 0.7.</summary>
    public static Benchmark ArticleProtocol { get; } = new()
    {
        Name = "Article protocol",
        Prompts =
        [
            new(BenchmarkPrompts.ShortName, BenchmarkPrompts.ShortText, MaxTokens: 64),
            new(BenchmarkPrompts.LongName, BenchmarkPrompts.LongText, MaxTokens: 2_048),
        ],
        Runs = 50,
    };

    /// <summary>A small run to be repeated around the clock: its history says more than one long run.</summary>
    public static Benchmark HourlyWatch { get; } = Quick with { Name = "Hourly watch", Runs = 10 };
}
