using System.Net.Sockets;
using System.Text;

namespace GatewayDashboard.Simulator;

/// <summary>Plays one unjournaled stream to itself, so that the first real one is not sent by code that is still being compiled.</summary>
internal static class WarmUp
{
    /// <summary>The gateway id of the warm-up request; it is in no catalogue.</summary>
    public const string Path = "/_warm-up";

    public static async Task RunAsync(Uri address, CancellationToken cancellationToken)
    {
        const string Body = """{"model":"sim/ok?ttft=0&gap=0&tokens=40","stream":true,"messages":[{"role":"user","content":"warm up"}]}""";
        using var client = new TcpClient();
        await client.ConnectAsync(address.Host, address.Port, cancellationToken).ConfigureAwait(false);
        var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"POST {Path} HTTP/1.1\r\nConnection: close\r\nContent-Length: {Body.Length}\r\n\r\n{Body}"), cancellationToken).ConfigureAwait(false);
        var sink = new byte[4096];
        while (await stream.ReadAsync(sink, cancellationToken).ConfigureAwait(false) > 0)
        {
        }
    }
}
