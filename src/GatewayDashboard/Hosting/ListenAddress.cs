using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace GatewayDashboard.Hosting;

/// <summary>Where the host listens: as told by <c>--urls</c> or <c>ASPNETCORE_URLS</c>, otherwise loopback port 5210 or the next free one.</summary>
internal static class ListenAddress
{
    private const int FirstPort = 5210;
    private const int LastPort = 5309;

    /// <summary>Chooses the address and refuses one that this way of access must not be offered on.</summary>
    public static void AddAddress(this WebApplicationBuilder builder)
    {
        var named = Named(builder.Configuration).ToList();
        foreach (var url in named)
        {
            Exposure.Check(url);
        }

        if (named.Count == 0)
        {
            builder.WebHost.UseUrls($"http://localhost:{FreePort()}");
        }
    }

    /// <summary>Prints one line with the address once the host answers there.</summary>
    public static void AnnounceAddress(this WebApplication app)
    {
        app.Lifetime.ApplicationStarted.Register(() =>
        {
            var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
            Console.Out.WriteLine($"Gateway Dashboard is ready at {string.Join(" and ", addresses)}");
        });
    }

    private static IEnumerable<string> Named(ConfigurationManager configuration)
    {
        foreach (var url in Parts(configuration[WebHostDefaults.ServerUrlsKey]))
        {
            yield return url;
        }

        foreach (var port in Parts(configuration[WebHostDefaults.HttpPortsKey]).Concat(Parts(configuration[WebHostDefaults.HttpsPortsKey])))
        {
            yield return $"http://*:{port}";
        }

        foreach (var endpoint in configuration.GetSection("Kestrel:Endpoints").GetChildren())
        {
            yield return endpoint["Url"] ?? string.Empty;
        }
    }

    private static string[] Parts(string? list) =>
        (list ?? string.Empty).Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static int FreePort()
    {
        for (var port = FirstPort; port <= LastPort; port++)
        {
            if (IsFree(IPAddress.Loopback, port) && (!Socket.OSSupportsIPv6 || IsFree(IPAddress.IPv6Loopback, port)))
            {
                return port;
            }
        }

        throw new StartRefusal($"Ports {FirstPort} to {LastPort} are all in use; name a free one: --urls http://localhost:5400");
    }

    private static bool IsFree(IPAddress address, int port)
    {
        using var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.Bind(new IPEndPoint(address, port));
            socket.Listen(1);
            return true;
        }
        catch (SocketException refused)
        {
            // A machine without IPv6 loopback cannot hold the port there either.
            return refused.SocketErrorCode == SocketError.AddressNotAvailable;
        }
    }
}
