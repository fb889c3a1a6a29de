using System.Text.Json.Nodes;
using GatewayDashboard.Core.Completions;
using GatewayDashboard.Core.Gateways;
using GatewayDashboard.Core.Measurement;

namespace GatewayDashboard.Core.Requests;

/// <summary>A draft bound to its gateway through the composer that also sends: the address, the headers with variables in place of keys, the body.</summary>
public sealed record RequestPreview
{
    /// <summary>The gateway.</summary>
    public required Gateway Gateway { get; init; }

    /// <summary>Where the gateway lives; what SDKs are told.</summary>
    public required Uri BaseUrl { get; init; }

    /// <summary>The full address.</summary>
    public required Uri Url { get; init; }

    /// <summary>The endpoint.</summary>
    public required RequestEndpoint Endpoint { get; init; }

    /// <summary>Every header worth writing, the key's first; the ones a client sends by itself are left out.</summary>
    public required IReadOnlyList<RequestHeader> Headers { get; init; }

    /// <summary>The variable that holds the key, or null where none is needed.</summary>
    public required string? KeyVariable { get; init; }

    /// <summary>Whether the answer comes as a stream.</summary>
    public required bool Stream { get; init; }

    /// <summary>The body.</summary>
    public required JsonObject Body { get; init; }

    /// <summary>The body's bytes as our client sends them.</summary>
    public required ReadOnlyMemory<byte> Sent { get; init; }

    /// <summary>The body as people read it.</summary>
    public string Json => JsonText.Indented(Body);

    /// <summary>Whether the key travels as SDKs send it by themselves, <c>Authorization: Bearer</c>.</summary>
    public bool HasBearerKey => KeyVariable is not null && IsBearer(Gateway.Dialect);

    /// <summary>The headers an SDK has to be told, that is all but its own.</summary>
    public IReadOnlyList<RequestHeader> FurtherHeaders =>
        [.. Headers.Where(header => !Is(header, "Content-Type") && !(HasBearerKey && Is(header, "Authorization")))];

    /// <summary>Binds a draft. A gateway nobody knows is treated as a custom one.</summary>
    public static RequestPreview From(RequestDraft draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        Gateway gateway = GatewayCatalogue.Find(draft.GatewayId) ?? GatewayCatalogue.Find("custom")!;
        Uri baseUrl = draft.BaseUrl ?? gateway.BaseUrl ?? gateway.ExampleBaseUrl ?? new Uri("https://gateway.example/v1");
        GatewayDialect dialect = draft.Endpoint == RequestEndpoint.Embeddings ? gateway.Dialect with { ChatPath = "/embeddings" } : gateway.Dialect;
        var connection = new Connection { Gateway = gateway with { Dialect = dialect }, BaseUrl = baseUrl, Provenance = Provenance.Measured };
        ComposedRequest composed = CompletionRequestComposer.Compose(connection, draft.ToCompletionRequest(), "preview");
        string? variable = Requests.KeyVariable.For(gateway);
        return new RequestPreview
        {
            Gateway = gateway,
            BaseUrl = baseUrl,
            Url = composed.Url,
            Endpoint = draft.Endpoint,
            Headers = HeadersOf(dialect, variable, draft.Headers),
            KeyVariable = variable,
            Stream = draft.Stream && draft.Endpoint == RequestEndpoint.Chat,
            Body = draft.Body,
            Sent = composed.Body,
        };
    }

    private static List<RequestHeader> HeadersOf(GatewayDialect dialect, string? variable, IReadOnlyList<RequestHeader> further)
    {
        List<RequestHeader> headers = [];
        if (variable is not null)
        {
            headers.Add(new RequestHeader(dialect.KeyHeader, dialect.KeyScheme is { } scheme ? $"{scheme} " : "", variable));
        }

        headers.Add(new RequestHeader("Content-Type", "application/json"));
        foreach (RequestHeader header in dialect.Headers.Select(pair => new RequestHeader(pair.Key, pair.Value)).Concat(further))
        {
            headers.RemoveAll(old => Is(old, header.Name));
            headers.Add(header);
        }

        return headers;
    }

    private static bool IsBearer(GatewayDialect dialect) =>
        dialect.KeyHeader.Equals("Authorization", StringComparison.OrdinalIgnoreCase) && dialect.KeyScheme == "Bearer";

    private static bool Is(RequestHeader header, string name) => header.Name.Equals(name, StringComparison.OrdinalIgnoreCase);
}
