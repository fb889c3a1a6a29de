using System.Text.Json;
using System.Text.Json.Nodes;
using GatewayDashboard.Core.Gateways;

namespace GatewayDashboard.Core.Requests.Import;

/// <summary>Makes a draft of what a command would send: finds the gateway, drops keys, keeps every field.</summary>
internal static class DraftAssembly
{
    private static readonly HashSet<string> s_clientHeaders = new(StringComparer.OrdinalIgnoreCase)
    {
        "Accept", "Accept-Encoding", "Accept-Language", "Connection", "Content-Length", "Host", "Origin", "Referer", "User-Agent", "X-Client-Request-Id",
        "sec-ch-ua", "sec-ch-ua-mobile", "sec-ch-ua-platform", "Sec-Fetch-Dest", "Sec-Fetch-Mode", "Sec-Fetch-Site", "DNT", "Priority", "Cache-Control", "Pragma",
    };

    /// <summary>A body alone.</summary>
    public static RequestImport FromJson(string text, string gatewayId)
    {
        List<string> ignored = [];
        List<string> secrets = [];
        return Body(text, ignored, secrets, out string? error) is { } body
            ? new RequestImport(new RequestDraft { GatewayId = gatewayId, Endpoint = EndpointOf(body), Body = body }, "JSON", ignored, secrets)
            : new RequestImport(null, "JSON", ignored, secrets, error);
    }

    /// <summary>A whole command.</summary>
    public static RequestImport FromCommand(RawRequest request, string read, string gatewayId)
    {
        List<string> ignored = [.. request.Ignored];
        List<string> secrets = [.. request.Dropped.Select(what => $"{what}: dropped, not stored")];
        if (request.Method is { } method && !method.Equals("POST", StringComparison.OrdinalIgnoreCase))
        {
            ignored.Add($"the method {method}: completions are always sent with POST");
        }

        JsonObject? body = request.Body is null ? [] : Body(Marked.Plain(request.Body), ignored, secrets, out string? error);
        if (body is null)
        {
            return new RequestImport(null, read, ignored, secrets, "The body is not JSON.");
        }

        if (request.Body is not null && Marked.HasVariable(request.Body))
        {
            ignored.Add("the values of shell variables inside the body: they stand there by name now");
        }

        (string gateway, Uri? baseUrl, RequestEndpoint endpoint) = RequestAddress.Read(request.Url, gatewayId, body, ignored, secrets);
        return new RequestImport(
            new RequestDraft
            {
                GatewayId = gateway,
                BaseUrl = baseUrl,
                Endpoint = endpoint,
                Body = body,
                Headers = Headers(request.Headers, GatewayCatalogue.Find(gateway)!, ignored, secrets),
            },
            read, ignored, secrets);
    }

    /// <summary>Which endpoint a body is for.</summary>
    public static RequestEndpoint EndpointOf(JsonObject body) =>
        body.ContainsKey("input") && !body.ContainsKey("messages") ? RequestEndpoint.Embeddings : RequestEndpoint.Chat;

    private static JsonObject? Body(string text, List<string> ignored, List<string> secrets, out string? error)
    {
        BodyReading reading = DraftJson.Read(text);
        error = reading.Error;
        JsonObject? body = reading.Body ?? Relaxed(text, ignored);
        if (body is null)
        {
            return null;
        }

        BodySecrets.Drop(body, secrets);
        return body;
    }

    private static JsonObject? Relaxed(string text, List<string> ignored)
    {
        try
        {
            var options = new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, AllowDuplicateProperties = false };
            if (JsonNode.Parse(text, documentOptions: options) is JsonObject body)
            {
                _ = JsonText.Compact(body);
                ignored.Add("comments and trailing commas in the body, which are not JSON");
                return body;
            }
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            // The strict reading has said what is wrong.
        }

        return null;
    }

    private static List<RequestHeader> Headers(List<KeyValuePair<string, string>> given, Gateway gateway, List<string> ignored, List<string> secrets)
    {
        List<RequestHeader> headers = [];
        string? own = KeyVariable.For(gateway);
        foreach ((string name, string value) in given)
        {
            (string text, string? variable) = Marked.Split(value);
            bool isKey = name.Equals(gateway.Dialect.KeyHeader, StringComparison.OrdinalIgnoreCase);
            if (isKey && (variable is null || variable == own))
            {
                if (variable is null)
                {
                    secrets.Add(own is null ? $"{name}: key dropped, not stored; {gateway.Name} needs none" : $"{name}: key dropped, not stored; ${own} stands in its place");
                }
            }
            else if (name.Equals("Content-Type", StringComparison.OrdinalIgnoreCase) && text.StartsWith("application/json", StringComparison.OrdinalIgnoreCase)
                || (gateway.Dialect.Headers.TryGetValue(name, out string? usual) && usual == text))
            {
                // Sent anyway.
            }
            else if (s_clientHeaders.Contains(name))
            {
                ignored.Add($"the header {name}, which the client writes itself");
            }
            else if (variable is null && KeyLike.Is(name, text))
            {
                string stand = VariableOf(name);
                secrets.Add($"{name}: value dropped, not stored; ${stand} stands in its place");
                headers.Add(new RequestHeader(name, "", stand));
            }
            else
            {
                headers.Add(new RequestHeader(name, text, variable));
            }
        }

        return headers;
    }

    private static string VariableOf(string header)
    {
        string name = new([.. header.Select(c => char.IsAsciiLetterOrDigit(c) ? char.ToUpperInvariant(c) : '_')]);
        return char.IsAsciiDigit(name[0]) ? $"_{name}" : name;
    }
}
