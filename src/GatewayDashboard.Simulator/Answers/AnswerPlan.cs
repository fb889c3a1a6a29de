using System.Diagnostics;
using GatewayDashboard.Simulator.Profiles;

namespace GatewayDashboard.Simulator.Answers;

/// <summary>When and how much one answer says, before it is put into a gateway's words. Times are milliseconds after the request's arrival.</summary>
internal sealed record AnswerPlan
{
    public required double FirstTokenMs { get; init; }

    /// <summary>From one token to the next.</summary>
    public required double GapMs { get; init; }

    /// <summary>Answer tokens, after any limit of the request.</summary>
    public required int Tokens { get; init; }

    /// <summary>Reasoning tokens before the answer.</summary>
    public int ReasoningTokens { get; init; }

    public int TokensPerChunk { get; init; } = 1;

    /// <summary>When the chunk with the role alone goes out; null for none.</summary>
    public double? RoleMs { get; init; }

    /// <summary>Whether the request's limit, and not the model, ended the answer.</summary>
    public bool Truncated { get; init; }

    /// <summary>Whether everything is held back until the answer is complete.</summary>
    public bool Buffered { get; init; }

    /// <summary>Which text.</summary>
    public long TextSeed { get; init; }

    public int CompletionTokens => Tokens + ReasoningTokens;

    public double TotalMs => FirstTokenMs + (GapMs * Math.Max(CompletionTokens - 1, 0));

    /// <summary>The plan of a drawn answer: first and last token at the drawn times, the others evenly between.</summary>
    public static AnswerPlan From(ProfileDraw draw, int reasoningTokens, long textSeed)
    {
        var all = draw.OutputTokens + reasoningTokens;
        return new AnswerPlan
        {
            FirstTokenMs = draw.FirstToken.TotalMilliseconds,
            GapMs = (draw.Total - draw.FirstToken).TotalMilliseconds / Math.Max(all - 1, 1),
            Tokens = draw.OutputTokens,
            ReasoningTokens = reasoningTokens,

            // Most gateways announce the role before they have a token; a client that counts it would be early by a fifth.
            RoleMs = draw.FirstToken.TotalMilliseconds * 0.8,
            TextSeed = textSeed,
        };
    }

    public AnswerPlan Limited(int? maxTokens)
    {
        if (maxTokens is not { } limit || limit >= CompletionTokens)
        {
            return this;
        }

        var reasoning = Math.Min(ReasoningTokens, limit);
        return this with { ReasoningTokens = reasoning, Tokens = limit - reasoning, Truncated = true };
    }
}

/// <summary>Turns planned milliseconds into ticks, faster by the simulator's time scale.</summary>
/// <param name="Scale">1 for real time, 10 for ten times as fast.</param>
internal readonly record struct Pace(double Scale)
{
    public long Ticks(double milliseconds) => (long)(milliseconds * Stopwatch.Frequency / 1000 / Scale);
}
