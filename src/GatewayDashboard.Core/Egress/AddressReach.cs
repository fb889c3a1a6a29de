using System.Net;
using System.Net.Sockets;

namespace GatewayDashboard.Core.Egress;

/// <summary>How far an address reaches.</summary>
internal enum Reach
{
    /// <summary>A public unicast address.</summary>
    Public,

    /// <summary>Loopback, private, shared, reserved, multicast or tunnelled: only where allowed.</summary>
    Private,

    /// <summary>Link-local, metadata, unspecified or broadcast: never.</summary>
    Never,
}

/// <summary>Sorts addresses by the special-purpose registries of IANA, looking through the forms that carry an IPv4 address inside.</summary>
internal static class AddressReach
{
    private static readonly IPNetwork[] NeverCalled = Parse(
        "169.254.0.0/16", "fe80::/10", "fec0::/10",
        // Metadata services that do not live in the link-local range: Alibaba, Azure, Oracle, AWS.
        "100.100.100.200/32", "168.63.129.16/32", "192.0.0.192/32", "fd00:ec2::/32",
        "255.255.255.255/32");

    private static readonly IPNetwork[] NotPublic = Parse(
        "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24",
        "192.31.196.0/24", "192.52.193.0/24", "192.88.99.0/24", "192.168.0.0/16", "192.175.48.0/24", "198.18.0.0/15",
        "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4");

    private static readonly IPNetwork[] NotPublic6 = Parse(
        // Teredo, ORCHID, benchmarking and documentation inside 2001::/23; 6to4; documentation.
        "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20");

    private static readonly IPNetwork GlobalUnicast = IPNetwork.Parse("2000::/3");
    private static readonly IPNetwork TranslatedPrefix = IPNetwork.Parse("64:ff9b::/96");
    private static readonly IPNetwork SixToFour = IPNetwork.Parse("2002::/16");
    private static readonly IPNetwork Teredo = IPNetwork.Parse("2001::/32");
    private static readonly IPNetwork Compatible = IPNetwork.Parse("::/96");

    public static Reach Of(IPAddress address)
    {
        if (address.AddressFamily == AddressFamily.InterNetwork)
        {
            return Of4(address);
        }

        if (address.IsIPv4MappedToIPv6)
        {
            return Of4(address.MapToIPv4());
        }

        var bare = new IPAddress(address.GetAddressBytes());
        if (IsIn(NeverCalled, bare))
        {
            return Reach.Never;
        }

        if (Embedded(bare) is { } inner)
        {
            // A network with NAT64 reaches public IPv4 hosts this way; the other tunnels are not used by any gateway.
            var reach = Of4(inner);
            return reach == Reach.Public && !TranslatedPrefix.Contains(bare) ? Reach.Private : reach;
        }

        return GlobalUnicast.Contains(bare) && !IsIn(NotPublic6, bare) ? Reach.Public : Reach.Private;
    }

    private static Reach Of4(IPAddress address) =>
        IsIn(NeverCalled, address) ? Reach.Never : IsIn(NotPublic, address) ? Reach.Private : Reach.Public;

    private static IPAddress? Embedded(IPAddress address)
    {
        var bytes = address.GetAddressBytes();
        if (IPAddress.IPv6Loopback.Equals(address) || IPAddress.IPv6Any.Equals(address))
        {
            return null;
        }

        if (TranslatedPrefix.Contains(address) || Compatible.Contains(address))
        {
            return new IPAddress(bytes.AsSpan(12, 4));
        }

        if (SixToFour.Contains(address))
        {
            return new IPAddress(bytes.AsSpan(2, 4));
        }

        return Teredo.Contains(address)
            ? new IPAddress([(byte)~bytes[12], (byte)~bytes[13], (byte)~bytes[14], (byte)~bytes[15]])
            : null;
    }

    private static bool IsIn(IPNetwork[] networks, IPAddress address) => Array.Exists(networks, n => n.Contains(address));

    private static IPNetwork[] Parse(params string[] networks) => [.. networks.Select(IPNetwork.Parse)];
}
