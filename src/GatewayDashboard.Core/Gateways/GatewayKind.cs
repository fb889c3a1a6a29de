namespace GatewayDashboard.Core.Gateways;

/// <summary>What a gateway is, in the field's terms.</summary>
public enum GatewayKind
{
    /// <summary>Routes to many vendors under one key and hosts no models itself (OpenRouter, AI/ML API).</summary>
    HostedRouter,

    /// <summary>Runs models on its own or rented hardware (Together AI, Groq, SambaNova, Baseten).</summary>
    InferenceProvider,

    /// <summary>Stands in front of providers (Portkey, Kong AI Gateway, LiteLLM).</summary>
    GatewayProxy,

    /// <summary>Serves models on a machine of one's own (vLLM, Ollama, llama.cpp).</summary>
    LocalServer,

    /// <summary>Any OpenAI-compatible URL.</summary>
    Custom,

    /// <summary>Listed for reference only: it has no callable inference API.</summary>
    NotCallable,
}
