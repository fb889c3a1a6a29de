namespace GatewayDashboard.Core.Measurement;

public sealed partial record CallMeasurement
{
    // Below these the quotient says more about chunking than about speed.
    private const int FewestTokens = 8;
    private static readonly TimeSpan ShortestWindow = TimeSpan.FromMilliseconds(20);
    private const double MismatchShare = 0.10;

    /// <summary>Output tokens for totals: billed where reported, else counted with the common tokenizer; null where neither is known.</summary>
    public int? OutputTokens => Usage?.Output ?? NormalisedOutput;

    /// <summary>Billed tokens that can be seen: reasoning that is billed but hidden is left out. Null where none were reported.</summary>
    public int? VisibleTokens => Usage?.Output is { } output ? Math.Max(0, ThinkingHidden ? output - Usage.Reasoning!.Value : output) : null;

    /// <summary>Whether billed and counted tokens of the visible text differ by more than a tenth; null where either is unknown.</summary>
    public bool? TokenMismatch => VisibleTokens is { } billed && NormalisedOutput is { } counted
        ? Math.Abs(billed - counted) > MismatchShare * Math.Max(counted, 1)
        : null;

    /// <summary>
    /// Tokens per second while they flowed: those after the first event over the time from the first to the last token. The first event's share follows
    /// its share of the text, so a first chunk of many tokens does not flatter. Null where not measurable: under two events, 20 ms or eight tokens, or a buffered answer.
    /// </summary>
    public double? OutputSpeed
    {
        get
        {
            if (Buffered || Window is not { } window || window < ShortestWindow || SpeedTokens is not { } tokens)
            {
                return null;
            }

            var rest = tokens * (1 - FirstShare);
            return rest >= FewestTokens ? rest / window.TotalSeconds : null;
        }
    }

    /// <summary>Milliseconds per output token, first-token latency left out: 1000 / <see cref="OutputSpeed"/>.</summary>
    public double? TimePerOutputToken => 1000 / OutputSpeed;

    /// <summary>Milliseconds per output token in vLLM's form, (last − first token) / (N − 1), exported for comparison with other tools.</summary>
    public double? TimePerOutputTokenVllm => OutputSpeed is not null && Window is { } window && SpeedTokens is { } tokens and > 1 ? window.TotalMilliseconds / (tokens - 1) : null;

    /// <summary>All output tokens over total latency, waiting included; successes only.</summary>
    public double? EndToEndSpeed => Total is { Ticks: > 0 } total && OutputTokens is { } tokens ? tokens / total.TotalSeconds : null;

    /// <summary>Modelled time to a given length: first-token latency plus that many tokens at the output speed. Always marked as modelled.</summary>
    /// <param name="tokens">The length, for example 100 or 500.</param>
    public TimeSpan? TimeTo(int tokens) => FirstToken is { } first && OutputSpeed is { } speed ? first + TimeSpan.FromSeconds(tokens / speed) : null;

    /// <summary>From the first to the last token; null with fewer than two events.</summary>
    private TimeSpan? Window => Timeline is { Tokens.Count: >= 2, FirstToken: { } first, LastToken: { } last } ? Between(first, last) : null;

    /// <summary>Billed where it agrees with the text that was seen, else counted.</summary>
    private int? SpeedTokens => TokenMismatch == true ? NormalisedOutput : VisibleTokens ?? NormalisedOutput;

    /// <summary>Share of the text that came with the first stamp.</summary>
    private double FirstShare
    {
        get
        {
            long first = 0, all = 0;
            foreach (var token in Timeline.Tokens)
            {
                all += token.Size;
                first += token.Ticks == Timeline.FirstToken ? token.Size : 0;
            }

            return all == 0 ? 0 : (double)first / all;
        }
    }
}
