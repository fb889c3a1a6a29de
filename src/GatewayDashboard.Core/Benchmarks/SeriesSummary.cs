using GatewayDashboard.Core.Completions;
using GatewayDashboard.Core.Statistics;

namespace GatewayDashboard.Core.Benchmarks;

/// <summary>Every figure of one target with one prompt. Latencies are of successful, comparable calls; failures stand beside them.</summary>
public sealed partial record SeriesSummary
{
    /// <summary>The note on a measurement that our own machine disturbed (scheduling lag, garbage collection).</summary>
    public const string DisturbedNote = "disturbed";

    /// <summary>The target's key.</summary>
    public required string TargetKey { get; init; }

    /// <summary>The prompt's name.</summary>
    public required string Prompt { get; init; }

    /// <summary>Measured calls that ended, whatever their outcome; warm-up not included.</summary>
    public required int Attempted { get; init; }

    /// <summary>Successes among them (comparable or not).</summary>
    public required int Succeeded { get; init; }

    /// <summary>Successes ÷ (successes + faults). Filtered answers, configuration errors, our own stops and suspect calls count for neither; null where nothing is left to divide by.</summary>
    public double? SuccessRate { get; init; }

    /// <summary>Wilson interval of <see cref="SuccessRate"/>, 95 %.</summary>
    public Interval? SuccessInterval { get; init; }

    /// <summary>Calls by outcome, only those that occurred, successes included.</summary>
    public required IReadOnlyDictionary<Outcome, int> Outcomes { get; init; }

    /// <summary>Faults: what counts against the gateway.</summary>
    public required int Faults { get; init; }

    /// <summary>Complete but not comparable (cached, other model, disturbed clock): kept out of every statistic and counted here.</summary>
    public required int Suspect { get; init; }

    /// <summary>Warm-up calls, kept apart.</summary>
    public required int WarmUps { get; init; }

    /// <summary>Which connections the latencies below are of; the two kinds are never pooled.</summary>
    public required ConnectionSeries Connections { get; init; }

    /// <summary>Successes on the other kind of connection, left out of the latencies.</summary>
    public required int OtherConnections { get; init; }

    /// <summary>First-token latency, ms.</summary>
    public required MetricSummary FirstToken { get; init; }

    /// <summary>First-answer latency, ms: equals the first token where nothing reasons.</summary>
    public required MetricSummary FirstAnswer { get; init; }

    /// <summary>Total latency, ms.</summary>
    public required MetricSummary Total { get; init; }

    /// <summary>First-token quantiles (0.5, 0.9, 0.95) with every fault ranked as slower than any success.</summary>
    public required IReadOnlyList<QuantileEstimate> FirstTokenWithFailures { get; init; }

    /// <summary>Total-latency quantiles (0.5, 0.9, 0.95) with every fault ranked as slower than any success.</summary>
    public required IReadOnlyList<QuantileEstimate> TotalWithFailures { get; init; }

    /// <summary>Output speed, tokens per second after the first token.</summary>
    public required MetricSummary OutputSpeed { get; init; }

    /// <summary>Time to the 100th output token, ms: first-token latency + 100 ÷ output speed. Always marked as modelled.</summary>
    public required MetricSummary ModelledTo100 { get; init; }

    /// <summary>Time to the 500th output token, ms, modelled likewise.</summary>
    public required MetricSummary ModelledTo500 { get; init; }

    /// <summary>Output tokens of a call, billed where reported.</summary>
    public required MetricSummary OutputTokens { get; init; }

    /// <summary>Input tokens of a call as billed.</summary>
    public required MetricSummary InputTokens { get; init; }

    /// <summary>Successes cut off by the output limit.</summary>
    public required int Truncated { get; init; }

    /// <summary>Share of successes cut off, 0 to 1, or null without successes.</summary>
    public double? TruncatedShare { get; init; }

    /// <summary>Sum of the known costs, USD, warm-up included; null where none is known.</summary>
    public decimal? CostUsd { get; init; }

    /// <summary>Calls whose cost is not known and so not in <see cref="CostUsd"/>.</summary>
    public required int CostUnknown { get; init; }

    /// <summary>Share of reads that completed several events and so share a stamp, 0 to 1, or null without reads.</summary>
    public double? CoalescedShare { get; init; }

    /// <summary>Calls with every arrival stamped by the kernel.</summary>
    public required int KernelClock { get; init; }

    /// <summary>Calls with at least one arrival stamped in the program.</summary>
    public required int UserClock { get; init; }

    /// <summary>Calls marked as disturbed by our own machine; kept in the statistics.</summary>
    public required int Disturbed { get; init; }

    /// <summary>Whether any call showed or billed reasoning.</summary>
    public required bool Reasons { get; init; }
}

/// <summary>Which connections a latency series is of.</summary>
public enum ConnectionSeries
{
    /// <summary>Connections that were open already: from the first request byte.</summary>
    Warm,

    /// <summary>Fresh connections: from the call, so that name, TCP and TLS are in.</summary>
    Cold,
}
