namespace GatewayDashboard.Core.Requests;

/// <summary>Which of a gateway's endpoints a request is for.</summary>
public enum RequestEndpoint
{
    /// <summary>Chat completions.</summary>
    Chat,

    /// <summary>Embeddings: a model, an input and perhaps dimensions.</summary>
    Embeddings,
}
