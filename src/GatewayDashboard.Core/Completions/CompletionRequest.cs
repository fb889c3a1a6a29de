using System.Text.Json.Nodes;

namespace GatewayDashboard.Core.Completions;

/// <summary>A chat-completions request before it is bound to a gateway. Only what is set is sent.</summary>
public sealed record CompletionRequest
{
    /// <summary>The model id the gateway sells.</summary>
    public required string Model { get; init; }

    /// <summary>The conversation.</summary>
    public required IReadOnlyList<ChatMessage> Messages { get; init; }

    /// <summary>Whether the answer is asked for as a stream.</summary>
    public bool Stream { get; init; } = true;

    /// <summary>Most output tokens; null sends no limit.</summary>
    public int? MaxTokens { get; init; }

    /// <summary>Sampling temperature, 0 to 2; null leaves the gateway's default.</summary>
    public double? Temperature { get; init; }

    /// <summary>Nucleus sampling, 0 to 1; null leaves the gateway's default.</summary>
    public double? TopP { get; init; }

    /// <summary>Sampling seed; null sends none.</summary>
    public long? Seed { get; init; }

    /// <summary><c>low</c>, <c>medium</c> or <c>high</c> for reasoning models; null sends none.</summary>
    public string? ReasoningEffort { get; init; }

    /// <summary>Any further top-level fields, sent as they are and winning over the typed ones.</summary>
    public JsonObject? Extra { get; init; }

    /// <summary>Whether <see cref="Extra"/> is the whole body: it goes out as it stands, and nothing is added, not even the question for usage. For requests a person wrote out in full.</summary>
    public bool Verbatim { get; init; }
}
