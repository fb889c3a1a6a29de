using System.Net;

namespace GatewayDashboard.Hosting;

/// <summary>Which addresses may be listened on: without sign-in, only those that no other machine can reach.</summary>
internal static class Exposure
{
    /// <summary>Refuses an address beyond loopback and one that cannot be read.</summary>
    public static void Check(string url)
    {
        if (!IsLoopback(Parse(url)))
        {
            throw new StartRefusal($"{url} can be reached from other machines and this version has no sign-in; listen on loopback instead: --urls http://localhost:5210");
        }
    }

    private static BindingAddress Parse(string url)
    {
        try
        {
            return BindingAddress.Parse(url);
        }
        catch (FormatException)
        {
            throw new StartRefusal($"\"{url}\" is not an address to listen on; write it like --urls http://localhost:5210");
        }
    }

    private static bool IsLoopback(BindingAddress address) =>
        address.IsUnixPipe
        || string.Equals(address.Host, "localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(address.Host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip));
}
