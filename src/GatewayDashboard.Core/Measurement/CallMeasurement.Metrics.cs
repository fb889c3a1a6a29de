using GatewayDashboard.Core.Completions;

namespace GatewayDashboard.Core.Measurement;

public sealed partial record CallMeasurement
{
    /// <summary>First-token latency (FTL, TTFT): first token of any channel after the first request byte (a call on a fresh connection counts from <see cref="CallTimeline.Call"/>, set-up included). Streamed calls that saw a token.</summary>
    public TimeSpan? FirstToken => Timeline.FirstToken is { } first ? Between(Origin, first) : null;

    /// <summary>First answer token; equals <see cref="FirstToken"/> where there is no reasoning.</summary>
    public TimeSpan? FirstAnswer => Timeline.FirstAnswer is { } first ? Between(Origin, first) : null;

    /// <summary>From the first reasoning token to the first answer token; null where no reasoning was seen.</summary>
    public TimeSpan? ThinkingTime => Timeline is { FirstReasoning: { } reasoning, FirstAnswer: { } answer } && answer >= reasoning ? Between(reasoning, answer) : null;

    /// <summary>Whether the gateway reports reasoning tokens that it does not show: thinking time is then hidden, never zero.</summary>
    public bool ThinkingHidden => Timeline.FirstReasoning is null && Usage?.Reasoning > 0;

    /// <summary>Total latency: <c>[DONE]</c> or clean end of body, whichever came first, after the first request byte; a call on a fresh connection counts from <see cref="CallTimeline.Call"/>. Null for failed calls, whose elapsed time is <see cref="TimeToFailure"/>.</summary>
    public TimeSpan? Total => Succeeded || Outcome == Outcome.NotStream ? Between(Origin, Timeline.Done) : null;

    /// <summary>Last token after the first request byte.</summary>
    public TimeSpan? Completion => Timeline.LastToken is { } last ? Between(Origin, last) : null;

    /// <summary>How long a failed call took to fail; null for successes.</summary>
    public TimeSpan? TimeToFailure => Total is null ? Between(Timeline.Call, Timeline.Done) : null;

    /// <summary>How long after its scheduled moment the first byte left; null where no moment was planned.</summary>
    public TimeSpan? QueueDelay => Timeline.Scheduled > 0 && Timeline.Start >= Timeline.Scheduled ? Between(Timeline.Scheduled, Timeline.Start) : null;

    /// <summary>Whether the call travelled on a connection that was open already. Warm and cold calls are never pooled in one statistic.</summary>
    public bool Warm => Timeline.Connection.Reused;

    /// <summary>DNS, TCP and TLS of a fresh connection together; null on a reused one.</summary>
    public TimeSpan? ConnectTime => Timeline.Connection is { Tcp: { } tcp } phases ? (phases.Dns ?? TimeSpan.Zero) + tcp + (phases.Tls ?? TimeSpan.Zero) : null;

    /// <summary>Where latencies start: warm figures at the first request byte, cold ones before the connection was made.</summary>
    private long Origin => Warm || Timeline.Call == 0 ? Timeline.Start : Timeline.Call;

    /// <summary>Whether the output limit cut the answer: total latency then measures the limit, not the model.</summary>
    public bool Truncated => Outcome == Outcome.OkLength;

    /// <summary>Share of reads that brought several token-bearing events, 0 to 1; null where nothing was read.</summary>
    public double? CoalescedShare => Reads > 0 ? (double)CoalescedReads / Reads : null;
}
