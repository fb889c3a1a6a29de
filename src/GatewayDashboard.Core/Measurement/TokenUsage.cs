namespace GatewayDashboard.Core.Measurement;

/// <summary>Token counts and cost as the gateway reports them. Null means it did not say.</summary>
public sealed record TokenUsage
{
    /// <summary>Billed input tokens.</summary>
    public int? Input { get; init; }

    /// <summary>Billed output tokens, reasoning included.</summary>
    public int? Output { get; init; }

    /// <summary>Reasoning tokens among the output.</summary>
    public int? Reasoning { get; init; }

    /// <summary>Input tokens served from a prompt cache.</summary>
    public int? CachedInput { get; init; }

    /// <summary>What the gateway says the call cost, USD.</summary>
    public decimal? CostUsd { get; init; }

    /// <summary>Where in the stream it stood, for example <c>x_groq.usage</c>.</summary>
    public string? FoundAt { get; init; }
}
