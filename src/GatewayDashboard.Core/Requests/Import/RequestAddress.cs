using System.Text.Json.Nodes;
using GatewayDashboard.Core.Gateways;

namespace GatewayDashboard.Core.Requests.Import;

/// <summary>Tells gateway, base address and endpoint from the address of a command.</summary>
internal static class RequestAddress
{
    private static readonly Dictionary<string, string> s_otherHosts = new(StringComparer.OrdinalIgnoreCase)
    {
        ["api.together.xyz"] = "together", ["eu.openrouter.ai"] = "openrouter", ["us.openrouter.ai"] = "openrouter",
    };

    public static (string GatewayId, Uri? BaseUrl, RequestEndpoint Endpoint) Read(string? text, string gatewayId, JsonObject body, List<string> ignored, List<string> secrets)
    {
        RequestEndpoint guessed = DraftAssembly.EndpointOf(body);
        string? written = text is null ? null : Marked.Plain(text);
        if (written is not null && !written.Contains("://", StringComparison.Ordinal))
        {
            written = $"https://{written}";
        }

        if (!Uri.TryCreate(written, UriKind.Absolute, out Uri? url) || url.Scheme is not ("http" or "https"))
        {
            ignored.Add(text is null ? "no address stood there" : $"the address {Marked.Plain(text)}, which is not one");
            return (GatewayCatalogue.Find(gatewayId)?.Id ?? "custom", null, guessed);
        }

        if (url.UserInfo.Length > 0)
        {
            secrets.Add("the user name and password in the address: dropped, not stored");
        }

        if (url.Query.Length > 0)
        {
            ignored.Add("the query of the address");
        }

        string path = url.AbsolutePath.TrimEnd('/');
        RequestEndpoint endpoint = path.EndsWith("/embeddings", StringComparison.Ordinal) ? RequestEndpoint.Embeddings
            : path.EndsWith("/chat/completions", StringComparison.Ordinal) ? RequestEndpoint.Chat : guessed;
        string tail = endpoint == RequestEndpoint.Embeddings ? "/embeddings" : "/chat/completions";
        string basePath = path.EndsWith(tail, StringComparison.Ordinal) ? path[..^tail.Length] : path;
        var baseUrl = new UriBuilder(url.Scheme, url.Host, url.Port, basePath).Uri;
        Gateway gateway = GatewayOf(baseUrl, gatewayId);
        return (gateway.Id, Same(baseUrl, gateway.BaseUrl ?? gateway.ExampleBaseUrl) ? null : baseUrl, endpoint);
    }

    private static Gateway GatewayOf(Uri baseUrl, string preferred)
    {
        List<Gateway> callable = [.. GatewayCatalogue.All.Where(gateway => gateway.Kind != GatewayKind.NotCallable)];
        List<Gateway> exact = [.. callable.Where(gateway => Same(baseUrl, gateway.BaseUrl ?? gateway.ExampleBaseUrl))];
        return exact.Find(gateway => gateway.Id == preferred) ?? exact.FirstOrDefault()
            ?? callable.Find(gateway => gateway.BaseUrl?.Authority == baseUrl.Authority)
            ?? (s_otherHosts.TryGetValue(baseUrl.Host, out string? id) ? GatewayCatalogue.Find(id) : null)
            ?? GatewayCatalogue.Find("custom")!;
    }

    private static bool Same(Uri one, Uri? other) => other is not null && one.AbsoluteUri.TrimEnd('/') == other.AbsoluteUri.TrimEnd('/');
}
