using System.Text.Json;
using System.Text.Json.Nodes;
using GatewayDashboard.Core.Completions;

namespace GatewayDashboard.Core.Requests;

/// <summary>A request being built: a gateway and a JSON body that holds exactly the fields that are set. Form, JSON, link and snippets are views of it. It never holds a key.</summary>
public sealed record RequestDraft
{
    private readonly JsonObject _body = [];

    /// <summary>The gateway's id.</summary>
    public required string GatewayId { get; init; }

    /// <summary>The endpoint it is for.</summary>
    public RequestEndpoint Endpoint { get; init; }

    /// <summary>An address of one's own, or null for the gateway's.</summary>
    public Uri? BaseUrl { get; init; }

    /// <summary>Headers beside those the gateway needs anyway.</summary>
    public IReadOnlyList<RequestHeader> Headers { get; init; } = [];

    /// <summary>The body. What is read is a copy, so a draft never changes.</summary>
    public JsonObject Body
    {
        get => (JsonObject)_body.DeepClone();
        init => _body = (JsonObject)value.DeepClone();
    }

    /// <summary>The model id; empty where none is set.</summary>
    public string Model => Text("model") ?? "";

    /// <summary>Whether the answer is asked for as a stream.</summary>
    public bool Stream => _body["stream"] is JsonValue value && value.GetValueKind() == JsonValueKind.True;

    /// <summary>The conversation; empty where there is none.</summary>
    public IReadOnlyList<DraftMessage> Messages => _body["messages"] is JsonArray messages
        ? [.. messages.Select(message => DraftMessage.Read(message?.DeepClone()))]
        : [];

    /// <summary>The names of the fields that are set, in the order they are sent.</summary>
    public IEnumerable<string> Fields => _body.Select(pair => pair.Key);

    /// <summary>A first request for a gateway and a model: one user message and nothing else.</summary>
    public static RequestDraft Start(string gatewayId, string model, RequestEndpoint endpoint = RequestEndpoint.Chat) => new()
    {
        GatewayId = gatewayId,
        Endpoint = endpoint,
        Body = endpoint == RequestEndpoint.Embeddings
            ? new JsonObject { ["model"] = model, ["input"] = "" }
            : new JsonObject { ["model"] = model, ["messages"] = new JsonArray(DraftMessage.Of("user", "").ToJson()) },
    };

    /// <summary>Whether the field is set, be it to null.</summary>
    public bool Has(string field) => _body.ContainsKey(field);

    /// <summary>A copy of a field's value; null where it is not set or set to null.</summary>
    public JsonNode? Field(string field) => _body[field]?.DeepClone();

    /// <summary>The field where it is a string, else null.</summary>
    public string? Text(string field) => _body[field] is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;

    /// <summary>With the field set; its place is kept where it had one.</summary>
    public RequestDraft With(string field, JsonNode? value)
    {
        JsonObject body = Body;
        body[field] = value?.DeepClone();
        return this with { Body = body };
    }

    /// <summary>With the field left out.</summary>
    public RequestDraft Without(string field)
    {
        JsonObject body = Body;
        return body.Remove(field) ? this with { Body = body } : this;
    }

    /// <summary>With another conversation.</summary>
    public RequestDraft WithMessages(IEnumerable<DraftMessage> messages) =>
        With("messages", new JsonArray([.. messages.Select(message => message.ToJson())]));

    /// <summary>The request to hand to the composer: the body goes out as it stands here, nothing added.</summary>
    public CompletionRequest ToCompletionRequest() => new()
    {
        Model = Model,
        Messages = [.. Messages.Select(message => new ChatMessage(message.Role, message.Text))],
        Stream = Stream,
        Extra = Body,
        Verbatim = true,
    };

    /// <summary>Equal when both would send the same to the same place.</summary>
    public bool Equals(RequestDraft? other) => other is not null
        && GatewayId == other.GatewayId && Endpoint == other.Endpoint && BaseUrl == other.BaseUrl
        && Headers.SequenceEqual(other.Headers) && JsonNode.DeepEquals(_body, other._body);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(GatewayId, Endpoint, _body.Count, Model);
}
