namespace GatewayDashboard.Core.Pricing;

/// <summary>What is sent, how often, and how it goes wrong. Shares are fractions (0.3 is 30 %).</summary>
public sealed record Workload
{
    /// <summary>Requests a day; conversations where <see cref="Turns"/> is more than 1.</summary>
    public decimal RequestsPerDay { get; init; } = 1;

    /// <summary>Days a month on which they come; 30.4 is every day.</summary>
    public decimal DaysPerMonth { get; init; } = 30.4m;

    /// <summary>Growth of requests from month to month.</summary>
    public decimal GrowthPerMonth { get; init; }

    /// <summary>Input tokens of a request, cached and written ones included.</summary>
    public long InputTokens { get; init; }

    /// <summary>Input tokens among them that a prompt cache answers.</summary>
    public long CachedTokens { get; init; }

    /// <summary>Input tokens among them that are written to a cache.</summary>
    public long CacheWriteTokens { get; init; }

    /// <summary>Visible output tokens of a request.</summary>
    public long OutputTokens { get; init; }

    /// <summary>Reasoning tokens of a request, billed as output beside the visible ones.</summary>
    public long ReasoningTokens { get; init; }

    /// <summary>Images sent with a request.</summary>
    public int Images { get; init; }

    /// <summary>Input tokens that one image counts for.</summary>
    public long TokensPerImage { get; init; } = 1000;

    /// <summary>Calls of one conversation; each sends all that was said before.</summary>
    public int Turns { get; init; } = 1;

    /// <summary>Tokens by which the input grows from one turn to the next.</summary>
    public long AddedPerTurn { get; init; }

    /// <summary>Share of requests that can wait for a batch price.</summary>
    public decimal BatchShare { get; init; }

    /// <summary>Share of requests that end without an answer.</summary>
    public decimal FailedShare { get; init; }

    /// <summary>Further attempts per request on average.</summary>
    public decimal RetryRate { get; init; }

    /// <summary>Share of failed attempts that are billed all the same.</summary>
    public decimal BilledShare { get; init; } = 1;

    /// <summary>How many times a request's cost is paid per request sent.</summary>
    public decimal BilledPerRequest => 1 - FailedShare + ((FailedShare + RetryRate) * BilledShare);

    /// <summary>Requests a month.</summary>
    public decimal RequestsPerMonth => RequestsPerDay * DaysPerMonth;

    /// <summary>Calls a month, retries included.</summary>
    public decimal CallsPerMonth => RequestsPerMonth * Turns * (1 + RetryRate);

    /// <summary>Requests a month that end in an answer.</summary>
    public decimal AnswersPerMonth => RequestsPerMonth * (1 - FailedShare);

    /// <summary>The calls of one request, turn by turn; the cached and written parts keep their share as the input grows.</summary>
    public IEnumerable<CallShape> Calls()
    {
        for (int turn = 0; turn < Turns; turn++)
        {
            long input = InputTokens + (turn * AddedPerTurn);
            long cached = InputTokens == 0 ? 0 : (long)((decimal)CachedTokens * input / InputTokens);
            long written = InputTokens == 0 ? 0 : (long)((decimal)CacheWriteTokens * input / InputTokens);
            yield return new CallShape
            {
                Uncached = input - cached - written + (Images * TokensPerImage),
                Cached = cached,
                CacheWrite = written,
                Output = OutputTokens,
                Reasoning = ReasoningTokens,
                Images = Images,
            };
        }
    }
}
