namespace GatewayDashboard.Core.Requests.Import;

/// <summary>What a command would send, before anything is made of it.</summary>
internal sealed class RawRequest
{
    /// <summary>The address as written.</summary>
    public string? Url { get; set; }

    /// <summary>The method, where it was named.</summary>
    public string? Method { get; set; }

    /// <summary>The headers, variables marked.</summary>
    public List<KeyValuePair<string, string>> Headers { get; } = [];

    /// <summary>The body, or null.</summary>
    public string? Body { get; set; }

    /// <summary>What plays no part in the request.</summary>
    public List<string> Ignored { get; } = [];

    /// <summary>What was dropped because it is a secret.</summary>
    public List<string> Dropped { get; } = [];
}
