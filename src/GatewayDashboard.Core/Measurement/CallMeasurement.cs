using System.Diagnostics;
using GatewayDashboard.Core.Completions;

namespace GatewayDashboard.Core.Measurement;

/// <summary>Everything one call told us. Metrics are derived from the timeline here and nowhere else; null means not applicable or not measurable, never zero.</summary>
public sealed partial record CallMeasurement
{
    /// <summary>The id sent as <c>X-Client-Request-Id</c>.</summary>
    public required string RequestId { get; init; }

    /// <summary>How it ended.</summary>
    public required Outcome Outcome { get; init; }

    /// <summary>What went wrong, or null.</summary>
    public CallFault? Fault { get; init; }

    /// <summary>When each step happened.</summary>
    public required CallTimeline Timeline { get; init; }

    /// <summary>Who held the watch.</summary>
    public required ArrivalClock Clock { get; init; }

    /// <summary>Usage as reported, or null.</summary>
    public TokenUsage? Usage { get; init; }

    /// <summary>Visible text counted with the common tokenizer (o200k_base); null where there was none.</summary>
    public int? NormalisedOutput { get; init; }

    /// <summary>The answer's text.</summary>
    public string Answer { get; init; } = "";

    /// <summary>The visible reasoning.</summary>
    public string Reasoning { get; init; } = "";

    /// <summary>The gateway's finish reason, or null.</summary>
    public string? FinishReason { get; init; }

    /// <summary>HTTP status, or null where no response arrived.</summary>
    public int? Status { get; init; }

    /// <summary>The model the gateway says it served.</summary>
    public string? ServedModel { get; init; }

    /// <summary>The upstream the gateway says it used.</summary>
    public string? ServedProvider { get; init; }

    /// <summary>The gateway's <c>system_fingerprint</c>.</summary>
    public string? SystemFingerprint { get; init; }

    /// <summary>Reads that brought body bytes, and how many of them completed several events.</summary>
    public int Reads { get; init; }

    /// <summary>Reads that completed more than one token-bearing event.</summary>
    public int CoalescedReads { get; init; }

    /// <summary>Oddities worth a note, by name, for example <c>no-done</c> or <c>buffered</c>.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Selected response headers, as evidence.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>Whether the call counts as a success in latency statistics.</summary>
    public bool Succeeded => Outcome is Outcome.Ok or Outcome.OkLength;

    private static TimeSpan Between(long from, long to) => Stopwatch.GetElapsedTime(from, to);
}
