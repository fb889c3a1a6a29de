namespace GatewayDashboard.Core.Completions;

/// <summary>Headers on their way out and in.</summary>
internal static class HeaderRules
{
    private const int MostHeaders = 64;
    private const int LongestValue = 512;

    /// <summary>Whether the value survives the wire: visible ASCII, spaces and tabs.</summary>
    public static bool CanBeSent(ComposedHeader header)
    {
        var value = header.Secret?.Reveal() ?? header.Value;
        return header.Name.Length > 0 && header.Name.All(c => char.IsAsciiLetterOrDigit(c) || "!#$%&'*+-.^_`|~".Contains(c, StringComparison.Ordinal))
            && value.All(c => c is '\t' or (>= ' ' and <= '~'));
    }

    /// <summary>The message as composed, HTTP/1.1: one stream on a connection leaves no doubt whose bytes were stamped.</summary>
    public static HttpRequestMessage Message(ComposedRequest composed)
    {
        var message = new HttpRequestMessage(HttpMethod.Post, composed.Url)
        {
            Version = System.Net.HttpVersion.Version11,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = new ReadOnlyMemoryContent(composed.Body),
        };
        foreach (var header in composed.Headers)
        {
            var value = header.Secret?.Reveal() ?? header.Value;
            if (!message.Headers.TryAddWithoutValidation(header.Name, value))
            {
                message.Content.Headers.TryAddWithoutValidation(header.Name, value);
            }
        }

        return message;
    }

    /// <summary>Response headers fit to be kept: no cookies, no secret of ours that was echoed, bounded.</summary>
    public static List<KeyValuePair<string, string>> Evidence(HttpResponseMessage response, FaultText clean)
    {
        var kept = new List<KeyValuePair<string, string>>();
        foreach (var (name, values) in response.Headers.NonValidated.Concat(response.Content.Headers.NonValidated))
        {
            if (kept.Count < MostHeaders && !name.Equals("Set-Cookie", StringComparison.OrdinalIgnoreCase))
            {
                var value = clean.Clean(values.ToString());
                kept.Add(new(name, value.Length > LongestValue ? value[..LongestValue] : value));
            }
        }

        return kept;
    }
}
