using GatewayDashboard.Core.Gateways;
using GatewayDashboard.Core.Secrets;

namespace GatewayDashboard.Core.Completions;

/// <summary>The only place that builds a chat-completions request, so that what a page shows is what is sent.</summary>
public static class CompletionRequestComposer
{
    /// <summary>Binds a request to a connection.</summary>
    /// <param name="connection">Where it goes.</param>
    /// <param name="request">What is asked.</param>
    /// <param name="requestId">Sent as <c>X-Client-Request-Id</c>.</param>
    /// <returns>Address, headers and body; the same input gives the same bytes.</returns>
    public static ComposedRequest Compose(Connection connection, CompletionRequest request, string requestId)
    {
        ArgumentNullException.ThrowIfNull(connection);
        ArgumentNullException.ThrowIfNull(request);
        ArgumentException.ThrowIfNullOrEmpty(requestId);

        return new ComposedRequest(
            Address(connection.BaseUrl, connection.Gateway.Dialect.ChatPath),
            Headers(connection, requestId, CompletionBody.AsksForStream(request)),
            CompletionBody.Write(request, connection.Gateway.Dialect));
    }

    private static Uri Address(Uri baseUrl, string path) =>
        new UriBuilder(baseUrl) { Path = baseUrl.AbsolutePath.TrimEnd('/') + path }.Uri;

    private static List<ComposedHeader> Headers(Connection connection, string requestId, bool stream)
    {
        var dialect = connection.Gateway.Dialect;
        var headers = new List<ComposedHeader>();
        if (connection.Key is { } key)
        {
            Set(headers, dialect.KeyScheme is { } scheme
                ? new ComposedHeader(dialect.KeyHeader, $"{scheme} ***", new Secret($"{scheme} {key.Reveal()}"))
                : new ComposedHeader(dialect.KeyHeader, "***", key));
        }

        foreach (var (name, value) in dialect.Headers)
        {
            Set(headers, new ComposedHeader(name, value));
        }

        foreach (var (name, value) in connection.Headers)
        {
            Set(headers, new ComposedHeader(name, "***", value));
        }

        Set(headers, new ComposedHeader("X-Client-Request-Id", requestId));
        Set(headers, new ComposedHeader("Accept", stream ? "text/event-stream" : "application/json"));
        // A compressed stream may be held back until a block is full.
        Set(headers, new ComposedHeader("Accept-Encoding", "identity"));
        Set(headers, new ComposedHeader("Content-Type", "application/json"));
        return headers;
    }

    private static void Set(List<ComposedHeader> headers, ComposedHeader header)
    {
        var at = headers.FindIndex(h => string.Equals(h.Name, header.Name, StringComparison.OrdinalIgnoreCase));
        if (at < 0)
        {
            headers.Add(header);
        }
        else
        {
            headers[at] = header;
        }
    }
}
