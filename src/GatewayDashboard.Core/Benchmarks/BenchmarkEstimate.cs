using System.Text;
using GatewayDashboard.Core.Measurement;
using GatewayDashboard.Core.Pricing;

namespace GatewayDashboard.Core.Benchmarks;

/// <summary>A target as an estimate sees it.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Provenance">Simulated targets cost nothing.</param>
/// <param name="Price">Its price, or null where unknown.</param>
public sealed record EstimateTarget(string Key, Provenance Provenance, ModelPrice? Price);

/// <summary>Three figures of the same thing.</summary>
/// <param name="Low">If answers are short.</param>
/// <param name="Typical">If all goes as usual.</param>
/// <param name="High">The worst case.</param>
public sealed record EstimateRange<T>(T Low, T Typical, T High);

/// <summary>What a run will take, before it starts: calls, tokens, time and money, warm-up included.</summary>
public sealed record BenchmarkEstimate
{
    private const double ShortAnswer = 0.25;
    private const double TypicalAnswer = 0.75;
    private const int TemplateTokens = 8;

    /// <summary>Calls to be sent.</summary>
    public required int Calls { get; init; }

    /// <summary>Input tokens.</summary>
    public required EstimateRange<long> InputTokens { get; init; }

    /// <summary>Output tokens: a quarter, three quarters and all of the output limits.</summary>
    public required EstimateRange<long> OutputTokens { get; init; }

    /// <summary>Duration: at 200, 75 and 20 tokens per second of the slowest target of each block, pauses included.</summary>
    public required EstimateRange<TimeSpan> Duration { get; init; }

    /// <summary>Money, USD; the high figure is the sum of what will be reserved. Null where the price of a target that costs is unknown.</summary>
    public EstimateRange<decimal>? CostUsd { get; init; }

    /// <summary>Keys of targets whose price is unknown.</summary>
    public required IReadOnlyList<string> PriceUnknown { get; init; }

    /// <summary>Estimates a run.</summary>
    public static BenchmarkEstimate For(Benchmark benchmark, IReadOnlyList<EstimateTarget> targets)
    {
        ArgumentNullException.ThrowIfNull(benchmark);
        ArgumentNullException.ThrowIfNull(targets);
        var blocks = benchmark.Runs + benchmark.WarmUpBlocks;
        var calls = blocks * targets.Count;
        var costly = targets.Where(target => target.Provenance != Provenance.Simulated).ToArray();
        string[] unknown = [.. costly.Where(target => Cost(target.Price, 1, 1) is null).Select(target => target.Key)];
        return new()
        {
            Calls = calls * benchmark.Prompts.Count,
            InputTokens = Range(size => benchmark.Prompts.Sum(prompt => (long)calls * Input(prompt, benchmark.Nonce, size))),
            OutputTokens = Range(size => benchmark.Prompts.Sum(prompt => (long)calls * Output(prompt, size))),
            Duration = Range(size => benchmark.Prompts.Aggregate(TimeSpan.Zero, (sum, prompt) => sum + (blocks * Block(benchmark, prompt, targets.Count, size)))),
            CostUsd = unknown.Length > 0
                ? null
                : Range(size => blocks * benchmark.Prompts.Sum(prompt =>
                    costly.Sum(target => Cost(target.Price, Input(prompt, benchmark.Nonce, size), Output(prompt, size))!.Value))),
            PriceUnknown = unknown,
        };
    }

    /// <summary>The most input tokens a request can be billed for: a token is at least one byte, and a chat template adds a little per message.</summary>
    /// <param name="utf8Bytes">UTF-8 bytes of all messages.</param>
    /// <param name="messages">Number of messages.</param>
    public static long MostInputTokens(long utf8Bytes, int messages) => utf8Bytes + (8L * messages) + 64;

    /// <summary>The most one call can cost, USD: what is set aside for it. Null where the price is unknown.</summary>
    /// <param name="price">The offer's price, or null where unknown.</param>
    /// <param name="utf8Bytes">UTF-8 bytes of all messages.</param>
    /// <param name="messages">Number of messages.</param>
    /// <param name="maxTokens">The output limit sent with it.</param>
    public static decimal? Reservation(ModelPrice? price, long utf8Bytes, int messages, int maxTokens) =>
        Cost(price, MostInputTokens(utf8Bytes, messages), maxTokens);

    /// <summary>What is set aside for a call of a benchmark's prompt, USD, or null where the price is unknown.</summary>
    public static decimal? Reservation(ModelPrice? price, BenchmarkPrompt prompt, bool nonce)
    {
        ArgumentNullException.ThrowIfNull(prompt);
        return Cost(price, Input(prompt, nonce, Size.High), prompt.MaxTokens);
    }

    private enum Size
    {
        Low,
        Typical,
        High,
    }

    private static EstimateRange<T> Range<T>(Func<Size, T> of) => new(of(Size.Low), of(Size.Typical), of(Size.High));

    private static long Input(BenchmarkPrompt prompt, bool nonce, Size size)
    {
        var text = nonce ? $"Request 0123456789ab\n{prompt.Text}" : prompt.Text;
        return size == Size.High ? MostInputTokens(Encoding.UTF8.GetByteCount(text), 1) : TokenCounter.Count(text) + TemplateTokens;
    }

    private static long Output(BenchmarkPrompt prompt, Size size) => size switch
    {
        Size.Low => (long)Math.Ceiling(prompt.MaxTokens * ShortAnswer),
        Size.Typical => (long)Math.Ceiling(prompt.MaxTokens * TypicalAnswer),
        _ => prompt.MaxTokens,
    };

    private static TimeSpan Block(Benchmark benchmark, BenchmarkPrompt prompt, int targets, Size size)
    {
        var (first, speed) = size switch { Size.Low => (0.2, 200), Size.Typical => (0.6, 75), _ => (2.0, 20) };
        var call = TimeSpan.FromSeconds(Math.Min(first + ((double)Output(prompt, size) / speed), benchmark.Limits.Total.TotalSeconds));
        return benchmark.Order switch
        {
            TargetOrder.Sequential => (call * targets) + benchmark.Pause,
            TargetOrder.Concurrent => call * targets / benchmark.Concurrency,
            _ => call + benchmark.Stagger + benchmark.Pause,
        };
    }

    /// <summary>Priced as if nothing were cached and every output token were of the dearer kind.</summary>
    private static decimal? Cost(ModelPrice? price, long input, long output)
    {
        if (price is null)
        {
            return null;
        }

        var plain = CallCost.OfUsage(price, input, cached: 0, output, reasoning: 0).Usd;
        var reasoned = CallCost.OfUsage(price, input, cached: 0, output, reasoning: output).Usd;
        return plain is { } one && reasoned is { } other ? Math.Max(one, other) : null;
    }
}
