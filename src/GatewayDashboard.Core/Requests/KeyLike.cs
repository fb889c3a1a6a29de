using System.Text.RegularExpressions;

namespace GatewayDashboard.Core.Requests;

/// <summary>Tells what looks like a key, so that it can be dropped before it is kept anywhere. Errs on the side of dropping.</summary>
public static partial class KeyLike
{
    private static readonly HashSet<string> s_names = new(StringComparer.OrdinalIgnoreCase)
    {
        "authorization", "proxy-authorization", "api-key", "apikey", "x-api-key", "x-goog-api-key", "x-portkey-api-key", "x-litellm-api-key", "cookie",
        "x-portkey-virtual-key", "x-auth-token", "x-access-token", "ocp-apim-subscription-key",
    };

    /// <summary>Whether a header of that name and value carries a key.</summary>
    public static bool Is(string header, string value) => s_names.Contains(header) || Names().IsMatch(header) || Values().IsMatch(value);

    /// <summary>Whether a text holds something shaped like a vendor's key.</summary>
    public static bool IsIn(string text) => Values().IsMatch(text);

    /// <summary>The text with such pieces replaced by three asterisks.</summary>
    public static string Scrub(string text) => Values().Replace(text, "***");

    [GeneratedRegex("(api[-_]?key|secret|token|password|credential)$", RegexOptions.IgnoreCase)]
    private static partial Regex Names();

    // Prefixes vendors use, then enough characters that no word of a prompt looks like it.
    [GeneratedRegex(@"\b(sk-[A-Za-z0-9_-]{16,}|gsk_[A-Za-z0-9]{16,}|tgp_v1_[A-Za-z0-9_-]{16,}|pk-[A-Za-z0-9]{20,}|Bearer\s+[A-Za-z0-9._~+/-]{16,})", RegexOptions.IgnoreCase)]
    private static partial Regex Values();
}
