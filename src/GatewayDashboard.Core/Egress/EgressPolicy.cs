using System.Collections.Immutable;
using System.Net;

namespace GatewayDashboard.Core.Egress;

/// <summary>
/// Where calls may go: public addresses over https by default; plain http and private ranges only for an exact host and port that was allowed;
/// link-local and metadata addresses never. The address decides, after resolution and just before the connect, never the text of a URL.
/// </summary>
public sealed class EgressPolicy
{
    private ImmutableHashSet<string> _allowed = [];

    /// <summary>A policy with the addresses a user or an operator allowed.</summary>
    public EgressPolicy(params IEnumerable<Uri> allowed)
    {
        ArgumentNullException.ThrowIfNull(allowed);
        foreach (var address in allowed)
        {
            Allow(address);
        }
    }

    /// <summary>Allows the exact host and port of an address, as the user gave it.</summary>
    public void Allow(Uri address)
    {
        ArgumentNullException.ThrowIfNull(address);
        ImmutableInterlocked.Update(ref _allowed, static (set, key) => set.Add(key), Key(address.IdnHost, address.Port));
    }

    /// <summary>Takes an allowance back; open connections to it are not used again.</summary>
    public void Revoke(Uri address)
    {
        ArgumentNullException.ThrowIfNull(address);
        ImmutableInterlocked.Update(ref _allowed, static (set, key) => set.Remove(key), Key(address.IdnHost, address.Port));
    }

    /// <summary>Judges what the address says of itself, before anything is resolved.</summary>
    /// <returns>Null where it may go on, else why not, in a sentence for the user.</returns>
    public string? Refusal(Uri address)
    {
        ArgumentNullException.ThrowIfNull(address);
        if (!address.IsAbsoluteUri || (address.Scheme != Uri.UriSchemeHttps && address.Scheme != Uri.UriSchemeHttp))
        {
            return "Only http and https addresses can be called.";
        }

        if (address.UserInfo.Length > 0)
        {
            return "An address with a user name or password in it is not called; put the key into the key field.";
        }

        if (address.IdnHost.Length == 0 || address.Port is <= 0 or > 65535)
        {
            return "The address has no host, or a port outside 1 to 65535.";
        }

        return address.Scheme == Uri.UriSchemeHttp && !IsAllowed(address.IdnHost, address.Port)
            ? $"Plain http is only used for an address that was allowed. Use https, or allow {address.IdnHost}:{address.Port}."
            : null;
    }

    /// <summary>Judges what a host resolved to. One address out of policy refuses the whole set, so that a name cannot hide a private address among public ones.</summary>
    /// <returns>Null where all may be connected to, else why not, in a sentence for the user.</returns>
    public string? Refusal(string host, int port, IReadOnlyList<IPAddress> addresses)
    {
        ArgumentNullException.ThrowIfNull(addresses);
        var allowed = IsAllowed(host, port);
        foreach (var address in addresses)
        {
            var reach = AddressReach.Of(address);
            if (reach == Reach.Never)
            {
                return $"{host} leads to {address}, a link-local or metadata address, which is never called.";
            }

            if (reach == Reach.Private && !allowed)
            {
                return $"{host} leads to {address}, which is not a public address. Allow {host}:{port} if it is meant.";
            }
        }

        return null;
    }

    private bool IsAllowed(string host, int port) => _allowed.Contains(Key(host, port));

    private static string Key(string host, int port) => $"{host.ToLowerInvariant()}:{port}";
}
