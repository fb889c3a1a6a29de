namespace GatewayDashboard.Simulator.Dialects;

/// <summary>The dialects of all simulated gateways, as data.</summary>
internal static class WireDialects
{
    private static readonly Dictionary<string, WireDialect> ById = new WireDialect[]
    {
        new("openrouter")
        {
            KeepAliveComment = ": OPENROUTER PROCESSING",
            Provider = "Simulated",
            Usage = UsageDelivery.Always,
            Extras = UsageExtras.Cost,
            Errors = ErrorShape.OpenRouter,
            RateLimits = RateLimitStyle.OpenRouter,
            Models = ModelsShape.OpenRouter,
            IdPrefix = "gen-",
            Headers = [new("X-Generation-Id", "{id}")],
        },
        new("aimlapi")
        {
            Extras = UsageExtras.MetaUsage,
            Errors = ErrorShape.Flat,
            Models = ModelsShape.AimlApi,
            Headers = [new("x-inference-id", "{id}")],
        },
        new("together")
        {
            RoleOnEveryChunk = true,
            Usage = UsageDelivery.WithFinish,
            NullUsageBefore = true,
            RateLimits = RateLimitStyle.Together,
            Models = ModelsShape.Together,
            Headers = [new("x-request-id", "{id}")],
        },
        new("groq")
        {
            Usage = UsageDelivery.GroqAndOnRequest,
            Extras = UsageExtras.GroqTimes,
            Errors = ErrorShape.Groq,
            RateLimits = RateLimitStyle.Groq,
            Models = ModelsShape.Groq,
        },
        new("sambanova")
        {
            NullChoicesWithUsage = true,
            Extras = UsageExtras.SambaNovaTimes,
            Errors = ErrorShape.SambaNova,
            RateLimits = RateLimitStyle.SambaNova,
            Models = ModelsShape.SambaNova,
        },
        new("baseten") { Errors = ErrorShape.PlainString, Models = ModelsShape.Baseten },
        new("portkey")
        {
            Errors = ErrorShape.Portkey,
            KnowsItsModels = false,
            Headers = [new("x-portkey-trace-id", "{id}"), new("x-portkey-cache-status", "DISABLED"), new("x-portkey-retry-attempt-count", "0")],
        },
        new("kong")
        {
            Errors = ErrorShape.Kong,
            KnowsItsModels = false,
            Headers = [new("X-Kong-Request-Id", "{id}"), new("X-Kong-LLM-Model", "{model}"), new("X-Kong-Proxy-Latency", "1")],
        },
        new("litellm")
        {
            Errors = ErrorShape.LiteLlm,
            KnowsItsModels = false,
            ReasoningField = "reasoning_content",
            Headers = [new("x-litellm-call-id", "{id}"), new("x-litellm-model-id", "{model}")],
        },
        new("vllm") { Errors = ErrorShape.Vllm, Models = ModelsShape.Vllm, KnowsItsModels = false },
        new("ollama") { KnowsItsModels = false },
        new("llamacpp")
        {
            Usage = UsageDelivery.Always,
            Extras = UsageExtras.LlamaTimings,
            Errors = ErrorShape.LlamaCpp,
            Models = ModelsShape.LlamaCpp,
            KnowsItsModels = false,
            ReasoningField = "reasoning_content",
        },
        new("failing") { KnowsItsModels = false },
        new("buffering") { KnowsItsModels = false },
        new("reasoning") { KnowsItsModels = false },
    }.ToDictionary(dialect => dialect.GatewayId);

    public static WireDialect? Find(string gatewayId) => ById.GetValueOrDefault(gatewayId);
}
