namespace GatewayDashboard.Hosting;

/// <summary>Keeps other pages of the same browser out: a name that is not ours (DNS rebinding) and a request that another origin sent.</summary>
internal sealed class HostAndOrigin(RequestDelegate next, IConfiguration configuration)
{
    /// <summary>Further host names to answer to, separated by semicolons; loopback names are always answered.</summary>
    public const string Key = "Security:AllowedHosts";

    private readonly HashSet<string> _hosts = new(
        ["localhost", "127.0.0.1", "[::1]", .. (configuration[Key] ?? string.Empty).Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>Answers 400 to a foreign name, 403 to a foreign origin, and passes everything else on.</summary>
    public Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        if (!_hosts.Contains(request.Host.Host))
        {
            return Refuse(context, StatusCodes.Status400BadRequest, $"This name is not served here; add it to {Key} to allow it.");
        }

        return ChangesThings(request) && !IsOurOwn(request)
            ? Refuse(context, StatusCodes.Status403Forbidden, "This request came from another origin.")
            : next(context);
    }

    private static bool ChangesThings(HttpRequest request) =>
        request.HttpContext.WebSockets.IsWebSocketRequest
        || request.Path.StartsWithSegments("/_blazor")
        || !(HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method));

    private static bool IsOurOwn(HttpRequest request)
    {
        if (request.Headers.Origin is { Count: > 0 } origins)
        {
            return origins.Count == 1 && Uri.TryCreate(origins[0], UriKind.Absolute, out var origin) && IsSameHost(origin, request.Host);
        }

        // Browsers name the origin of every socket and every unsafe request; a same-origin read has none but says so in Sec-Fetch-Site.
        // Programs send neither, and cannot be made to by a page.
        return !request.HttpContext.WebSockets.IsWebSocketRequest
            && request.Headers["Sec-Fetch-Site"].ToString() is "" or "same-origin" or "none";
    }

    // The scheme is left out: behind a proxy that ends TLS it differs, and no other server can own the same host and port.
    private static bool IsSameHost(Uri origin, HostString host) =>
        origin.Scheme is "http" or "https"
        && string.Equals(origin.IdnHost, host.Host.Trim('[', ']'), StringComparison.OrdinalIgnoreCase)
        && origin.Port == (host.Port ?? (origin.Scheme == "https" ? 443 : 80));

    private static Task Refuse(HttpContext context, int status, string sentence)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync(sentence, context.RequestAborted);
    }
}

/// <summary>Puts the check into the pipeline.</summary>
internal static class HostAndOriginRegistration
{
    public static void UseHostAndOriginCheck(this WebApplication app)
    {
        // The check needs to see which requests ask for a socket.
        app.UseWebSockets();
        app.UseMiddleware<HostAndOrigin>();
    }
}
