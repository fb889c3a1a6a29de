namespace GatewayDashboard.Core.Pricing;

/// <summary>How a models list writes its prices. The unit is part of the shape, never guessed from the size of a number.</summary>
public enum PriceShape
{
    /// <summary>No prices in the list.</summary>
    None,

    /// <summary><c>pricing.prompt</c>, <c>.completion</c>, <c>.input_cache_read</c>: USD per token, text or number (OpenRouter, Groq, SambaNova, Baseten).</summary>
    UsdPerToken,

    /// <summary><c>pricing.input</c>, <c>.output</c>, <c>.cached_input</c>: USD per million tokens (Together AI).</summary>
    UsdPerMillion,

    /// <summary><c>pricing.units[]</c> of name, measure, price and per (AI/ML API with <c>?include=pricing</c>).</summary>
    Units,

    /// <summary><c>model_info.input_cost_per_token</c> and its kin: USD per token (LiteLLM <c>/v1/model/info</c>).</summary>
    LiteLlm,

    /// <summary><c>pricing_config.pay_as_you_go.request_token.price</c>: US cents per token (Portkey's public price files).</summary>
    CentsPerToken,
}
