namespace GatewayDashboard.Components.Parts;

/// <summary>Which addresses a link in Markdown may lead to.</summary>
internal static class MarkdownLinks
{
    private static readonly string[] s_schemes = ["https://", "http://", "mailto:"];

    /// <summary>The address as it may be followed, or null. It must begin with one of three schemes, letter for letter; in own text also with one slash.</summary>
    public static string? Allowed(string? address, bool isOwn)
    {
        // Browsers drop control characters inside an address, so "java\nscript:" is not what it looks like.
        if (string.IsNullOrEmpty(address) || address.Any(character => char.IsControl(character) || char.IsWhiteSpace(character) || character == '\\'))
        {
            return null;
        }

        if (isOwn && address[0] == '/' && !address.StartsWith("//", StringComparison.Ordinal))
        {
            return address;
        }

        return s_schemes.Any(scheme => address.StartsWith(scheme, StringComparison.OrdinalIgnoreCase))
            && Uri.TryCreate(address, UriKind.Absolute, out var parsed)
            && (parsed.Scheme == Uri.UriSchemeMailto || (parsed.UserInfo.Length == 0 && parsed.Host.Length > 0))
            ? parsed.AbsoluteUri
            : null;
    }

    /// <summary>The host of an allowed web address, in ASCII, so that look-alike letters show; null for others.</summary>
    public static string? Host(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var parsed) && parsed.Scheme != Uri.UriSchemeMailto && parsed.IsAbsoluteUri && parsed.Host.Length > 0 ? parsed.IdnHost : null;
}
