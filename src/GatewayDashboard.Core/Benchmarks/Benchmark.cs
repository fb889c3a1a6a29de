namespace GatewayDashboard.Core.Benchmarks;

/// <summary>The definition of a benchmark: everything but the targets' keys. With a seed it determines the plan.</summary>
public sealed record Benchmark
{
    /// <summary>What it is called on pages.</summary>
    public required string Name { get; init; }

    /// <summary>Prompts, each with its own series.</summary>
    public required IReadOnlyList<BenchmarkPrompt> Prompts { get; init; }

    /// <summary>Measured blocks per prompt, 1 to 10,000: the n of every series.</summary>
    public required int Runs { get; init; }

    /// <summary>Warm-up blocks per prompt, kept apart. Default 1.</summary>
    public int WarmUpBlocks { get; init; } = 1;

    /// <summary>How a block is laid out. Default side by side.</summary>
    public TargetOrder Order { get; init; } = TargetOrder.SideBySide;

    /// <summary>Calls in flight where <see cref="Order"/> is concurrent; 1 otherwise.</summary>
    public int Concurrency { get; init; } = 1;

    /// <summary>Largest random stagger inside a block. Default 50 ms.</summary>
    public TimeSpan Stagger { get; init; } = TimeSpan.FromMilliseconds(50);

    /// <summary>Pause after a block has ended. Default 0.5 s.</summary>
    public TimeSpan Pause { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>Sampling temperature. Default 0.7, as in the article.</summary>
    public double? Temperature { get; init; } = 0.7;

    /// <summary>Whether a unique line stands before each prompt, so that no cache answers. Default true.</summary>
    public bool Nonce { get; init; } = true;

    /// <summary>Time and size limits of each call.</summary>
    public Completions.CallLimits Limits { get; init; } = new();

    /// <summary>The cap of one run, USD; 0.25 unless changed. Never passed.</summary>
    public decimal RunCapUsd { get; init; } = 0.25m;
}
