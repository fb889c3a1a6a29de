using GatewayDashboard.Core.Completions;

namespace GatewayDashboard.Core.Gateways;

/// <summary>How one gateway differs from plain OpenAI-style chat completions. Data, so that a new gateway needs no new class.</summary>
public sealed record GatewayDialect
{
    /// <summary>Appended to the base URL for chat completions.</summary>
    public string ChatPath { get; init; } = "/chat/completions";

    /// <summary>Appended to the base URL for the models list; null where there is none.</summary>
    public string? ModelsPath { get; init; } = "/models";

    /// <summary>The header that carries the key.</summary>
    public string KeyHeader { get; init; } = "Authorization";

    /// <summary>The word before the key, or null where the header holds the key alone.</summary>
    public string? KeyScheme { get; init; } = "Bearer";

    /// <summary>Headers sent with every call, none of them secret.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>Whether <c>stream_options.include_usage</c> is sent; false where the gateway rejects it or reports usage anyway.</summary>
    public bool AsksForUsage { get; init; } = true;

    /// <summary>The name of the output limit: <c>max_tokens</c> or <c>max_completion_tokens</c>.</summary>
    public string MaxTokensParameter { get; init; } = "max_tokens";

    /// <summary>Where usage may stand in a chunk, as dotted paths in order of trust.</summary>
    public IReadOnlyList<string> UsagePaths { get; init; } = ["usage", "x_groq.usage", "meta.usage"];

    /// <summary>Refusals that mean something else here than the status alone says; first match wins.</summary>
    public IReadOnlyList<RefusalRule> Refusals { get; init; } = [];

    /// <summary>The rate limits it states in reply headers; empty where none is documented.</summary>
    public IReadOnlyList<RateLimitHeaders> RateLimits { get; init; } = [];

    /// <summary>How its models list is laid out; null where it has none.</summary>
    public ModelsListShape? ModelsList { get; init; }

    /// <summary>Whether a request without a model is right, because the route decides.</summary>
    public bool AllowsEmptyModel { get; init; }
}

/// <summary>One refusal of a dialect: when the status (and code or type, where given) match, the call ends in <paramref name="Outcome"/>.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Code">The error's <c>code</c> or <c>type</c>, or null for any.</param>
/// <param name="Outcome">The class the call ends in.</param>
public sealed record RefusalRule(int Status, string? Code, Outcome Outcome);
