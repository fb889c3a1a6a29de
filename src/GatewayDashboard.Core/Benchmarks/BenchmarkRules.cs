namespace GatewayDashboard.Core.Benchmarks;

/// <summary>What keeps a definition from being run.</summary>
/// <param name="Field">The field to change, as the API names it.</param>
/// <param name="Message">One sentence that says what to change.</param>
public sealed record BenchmarkFault(string Field, string Message);

/// <summary>The limits of a definition, in one place for pages, API and command line.</summary>
public static class BenchmarkRules
{
    /// <summary>Most measured blocks per prompt.</summary>
    public const int MostRuns = 10_000;

    /// <summary>Most calls in flight at hosted gateways.</summary>
    public const int MostConcurrency = 16;

    /// <summary>Most calls in flight where every target is on this machine.</summary>
    public const int MostConcurrencyOnLoopback = 256;

    /// <summary>Most UTF-16 characters of a prompt.</summary>
    public const int LongestPrompt = 200_000;

    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan LongestStagger = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LongestLimit = TimeSpan.FromHours(1);

    /// <summary>Every fault of a definition and its targets; empty where it may be run.</summary>
    /// <param name="benchmark">The definition.</param>
    /// <param name="targetKeys">The targets' keys.</param>
    /// <param name="onLoopback">Whether every target is on this machine, which allows more calls in flight.</param>
    public static IReadOnlyList<BenchmarkFault> Check(Benchmark benchmark, IReadOnlyList<string> targetKeys, bool onLoopback = false)
    {
        ArgumentNullException.ThrowIfNull(benchmark);
        ArgumentNullException.ThrowIfNull(targetKeys);
        return [.. Definition(benchmark, onLoopback), .. Prompts(benchmark.Prompts), .. Targets(targetKeys), .. Limits(benchmark.Limits)];
    }

    private static IEnumerable<BenchmarkFault> Definition(Benchmark benchmark, bool onLoopback)
    {
        if (string.IsNullOrWhiteSpace(benchmark.Name))
        {
            yield return new("name", "Give the benchmark a name.");
        }

        if (benchmark.Runs is < 1 or > MostRuns)
        {
            yield return new("runs", FormattableString.Invariant($"Runs must be 1 to {MostRuns:N0}, not {benchmark.Runs:N0}."));
        }

        if (benchmark.WarmUpBlocks is < 0 or > 100)
        {
            yield return new("warmUpBlocks", FormattableString.Invariant($"Warm-up blocks must be 0 to 100, not {benchmark.WarmUpBlocks:N0}."));
        }

        var most = onLoopback ? MostConcurrencyOnLoopback : MostConcurrency;
        if (benchmark.Concurrency < 1 || benchmark.Concurrency > most)
        {
            yield return new("concurrency", FormattableString.Invariant($"Concurrency must be 1 to {most}, not {benchmark.Concurrency:N0}."));
        }
        else if (benchmark.Order != TargetOrder.Concurrent && benchmark.Concurrency != 1)
        {
            yield return new("concurrency", "Concurrency above 1 needs the order \"concurrent\".");
        }

        if (!Enum.IsDefined(benchmark.Order))
        {
            yield return new("order", "Order must be side by side, sequential or concurrent.");
        }

        if (benchmark.Stagger < TimeSpan.Zero || benchmark.Stagger > LongestStagger)
        {
            yield return new("stagger", "Stagger must be 0 to 10 seconds.");
        }

        if (benchmark.Pause < TimeSpan.Zero || benchmark.Pause > LongestPause)
        {
            yield return new("pause", "The pause between blocks must be 0 to 10 minutes.");
        }

        if (benchmark.Temperature is { } temperature && temperature is not (>= 0 and <= 2))
        {
            yield return new("temperature", "Temperature must be 0 to 2.");
        }

        if (benchmark.RunCapUsd < 0)
        {
            yield return new("runCapUsd", "The cap of a run cannot be below 0 USD.");
        }
    }

    private static IEnumerable<BenchmarkFault> Prompts(IReadOnlyList<BenchmarkPrompt> prompts)
    {
        if (prompts.Count == 0)
        {
            yield return new("prompts", "Add at least one prompt.");
        }

        foreach (var name in prompts.GroupBy(prompt => prompt.Name, StringComparer.Ordinal).Where(same => same.Count() > 1).Select(same => same.Key))
        {
            yield return new("prompts", $"Two prompts are named \"{name}\": give each a name of its own.");
        }

        foreach (var prompt in prompts)
        {
            if (string.IsNullOrWhiteSpace(prompt.Name))
            {
                yield return new("prompts", "Give every prompt a name.");
            }

            if (string.IsNullOrWhiteSpace(prompt.Text))
            {
                yield return new("prompts", $"The prompt \"{prompt.Name}\" is empty: write what to ask.");
            }
            else if (prompt.Text.Length > LongestPrompt)
            {
                yield return new("prompts", FormattableString.Invariant($"The prompt \"{prompt.Name}\" is longer than {LongestPrompt:N0} characters."));
            }

            if (prompt.MaxTokens is < 1 or > 131_072)
            {
                yield return new("maxTokens", FormattableString.Invariant($"The output limit of \"{prompt.Name}\" must be 1 to 131,072 tokens, not {prompt.MaxTokens:N0}."));
            }
        }
    }

    private static IEnumerable<BenchmarkFault> Targets(IReadOnlyList<string> keys)
    {
        if (keys.Count == 0)
        {
            yield return new("targets", "Choose at least one target.");
        }

        if (keys.Any(string.IsNullOrWhiteSpace))
        {
            yield return new("targets", "Every target needs a gateway and a model.");
        }

        foreach (var key in keys.GroupBy(key => key, StringComparer.Ordinal).Where(same => same.Count() > 1).Select(same => same.Key))
        {
            yield return new("targets", $"The target \"{key}\" is named twice.");
        }
    }

    private static IEnumerable<BenchmarkFault> Limits(Completions.CallLimits limits)
    {
        (string Field, TimeSpan Value)[] times =
        [
            ("limits.connect", limits.Connect), ("limits.headers", limits.Headers), ("limits.firstToken", limits.FirstToken),
            ("limits.idle", limits.Idle), ("limits.total", limits.Total),
        ];
        return times
            .Where(time => time.Value <= TimeSpan.Zero || time.Value > LongestLimit)
            .Select(time => new BenchmarkFault(time.Field, $"The time limit {time.Field["limits.".Length..]} must be above 0 and at most 1 hour."));
    }
}
