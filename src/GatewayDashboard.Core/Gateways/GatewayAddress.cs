using System.Globalization;

namespace GatewayDashboard.Core.Gateways;

/// <summary>Reads a base URL as a person entered it. Where it may lead is the egress policy's matter, at each connect.</summary>
public static class GatewayAddress
{
    private const int Longest = 2_048;

    /// <summary>The address, or what is wrong with it, for the place beside the field. Exactly one of the two is null.</summary>
    public static (Uri? Address, string? Problem) Read(string? entered)
    {
        string text = entered?.Trim() ?? "";
        if (text.Length == 0)
        {
            return (null, "The address is empty.");
        }

        if (text.Length > Longest || text.Any(character => char.IsControl(character) || char.IsWhiteSpace(character) || character == '\\'))
        {
            return (null, "The address has a space, a backslash or a control character in it, or is too long.");
        }

        if (!Uri.TryCreate(text, UriKind.Absolute, out Uri? address) || address.Scheme is not ("http" or "https") || address.Host.Length == 0)
        {
            return (null, "The address must be a full one, such as https://api.example.com/v1.");
        }

        return Problem(text, address) is { } problem ? (null, problem) : (Tidy(address), null);
    }

    private static string? Problem(string text, Uri address)
    {
        if (address.UserInfo.Length > 0 || text.Contains('@', StringComparison.Ordinal))
        {
            return "The address has a name or password in it. Enter the key in its own field.";
        }

        if (address.Fragment.Length > 0 || text.EndsWith('#'))
        {
            return "The address has a part after #, which is never sent.";
        }

        if (address.Query.Length > 0 || text.EndsWith('?'))
        {
            return "The address has a query (after ?). Enter the part before it.";
        }

        // What looks like a known name may be spelt with letters of another alphabet: show what it really is.
        string host = address.IdnHost;
        if (host.Split('.').Any(label => label.StartsWith("xn--", StringComparison.OrdinalIgnoreCase)) || address.Host.Any(character => character > 127))
        {
            return $"The host name has letters outside ASCII: its real name is {host}. Such names are not taken, because they can look like another one.";
        }

        return address.Port is 0 or > ushort.MaxValue
            ? string.Create(CultureInfo.InvariantCulture, $"Port {address.Port} cannot be connected to.")
            : null;
    }

    // Paths are appended, so a slash at the end would double.
    private static Uri Tidy(Uri address) => new(address.GetLeftPart(UriPartial.Path).TrimEnd('/'));
}
