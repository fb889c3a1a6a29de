namespace GatewayDashboard.Simulator.Dialects;

/// <summary>How one gateway's answers differ from plain OpenAI-style chat completions. The sources are the vendors' documents of 2026.</summary>
internal sealed record WireDialect(string GatewayId)
{
    /// <summary>Sent as comment lines while nothing else is there yet; null for none.</summary>
    public string? KeepAliveComment { get; init; }

    /// <summary>Named as <c>provider</c> on every chunk; null for none.</summary>
    public string? Provider { get; init; }

    public bool RoleOnEveryChunk { get; init; }

    public UsageDelivery Usage { get; init; } = UsageDelivery.OnRequest;

    /// <summary>Whether every chunk before the last says <c>"usage":null</c>.</summary>
    public bool NullUsageBefore { get; init; }

    /// <summary>Whether the usage chunk has <c>choices: null</c> in place of an empty list.</summary>
    public bool NullChoicesWithUsage { get; init; }

    /// <summary>What usage tells beyond token counts.</summary>
    public UsageExtras Extras { get; init; }

    public ErrorShape Errors { get; init; } = ErrorShape.OpenAi;

    public RateLimitStyle RateLimits { get; init; }

    public ModelsShape Models { get; init; } = ModelsShape.Bare;

    public string ReasoningField { get; init; } = "reasoning";

    /// <summary>Whether a model that is not on the list is refused; servers with one configured model take any name.</summary>
    public bool KnowsItsModels { get; init; } = true;

    /// <summary>Headers on every reply, with <c>{id}</c> for the reply's id and <c>{model}</c> for its model.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    public string IdPrefix { get; init; } = "chatcmpl-";
}

internal enum UsageDelivery
{
    /// <summary>A last chunk of its own, only with <c>stream_options.include_usage</c>.</summary>
    OnRequest,

    /// <summary>A last chunk of its own, always.</summary>
    Always,

    /// <summary>On the chunk with the finish reason, always.</summary>
    WithFinish,

    /// <summary>In <c>x_groq.usage</c> on the chunk with the finish reason, and on request in a last chunk too.</summary>
    GroqAndOnRequest,
}

internal enum UsageExtras
{
    None,

    /// <summary><c>cost</c> in USD.</summary>
    Cost,

    /// <summary>Queue, prompt, completion and total time in seconds.</summary>
    GroqTimes,

    /// <summary>First-token time, total latency and rates.</summary>
    SambaNovaTimes,

    /// <summary>A <c>meta.usage</c> object beside usage, with credits and USD spent.</summary>
    MetaUsage,

    /// <summary>A <c>timings</c> object beside usage.</summary>
    LlamaTimings,
}

internal enum ErrorShape
{
    OpenAi,
    OpenRouter,
    Flat,
    Groq,
    SambaNova,
    PlainString,
    Portkey,
    Kong,
    LiteLlm,
    Vllm,
    LlamaCpp,
}

internal enum RateLimitStyle
{
    None,

    /// <summary>Only on the gateway's own 429.</summary>
    OpenRouter,
    Groq,
    Together,
    SambaNova,
}

internal enum ModelsShape
{
    /// <summary>Ids alone.</summary>
    Bare,
    OpenRouter,
    AimlApi,
    Together,
    Groq,
    SambaNova,
    Baseten,
    Vllm,
    LlamaCpp,
}
