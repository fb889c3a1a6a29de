namespace GatewayDashboard.Core.Measurement;

public sealed partial record CallMeasurement
{
    /// <summary>First-token latency (FTL, TTFT): first token of any channel after the first request byte. Streamed calls that saw a token.</summary>
    public TimeSpan? FirstToken => Timeline.FirstToken is { } first ? Between(Timeline.Start, first) : null;

    /// <summary>First answer token; equals <see cref="FirstToken"/> where there is no reasoning.</summary>
    public TimeSpan? FirstAnswer => Timeline.FirstAnswer is { } first ? Between(Timeline.Start, first) : null;

    /// <summary>From the first reasoning token to the first answer token; null where no reasoning was seen.</summary>
    public TimeSpan? ThinkingTime => Timeline is { FirstReasoning: { } reasoning, FirstAnswer: { } answer } && answer >= reasoning ? Between(reasoning, answer) : null;

    /// <summary>Total latency: <c>[DONE]</c> or clean end of body after the first request byte. Null for failed calls, whose elapsed time is <see cref="TimeToFailure"/>.</summary>
    public TimeSpan? Total => Succeeded || Outcome == Completions.Outcome.NotStream ? Between(Timeline.Start, Timeline.Done) : null;

    /// <summary>Last token after the first request byte.</summary>
    public TimeSpan? Completion => Timeline.LastToken is { } last ? Between(Timeline.Start, last) : null;

    /// <summary>How long a failed call took to fail; null for successes.</summary>
    public TimeSpan? TimeToFailure => Total is null ? Between(Timeline.Call, Timeline.Done) : null;

    /// <summary>Output tokens for speed and totals: billed where reported, else counted with the common tokenizer; null where neither is known.</summary>
    public int? OutputTokens => Usage?.Output ?? NormalisedOutput;
}
