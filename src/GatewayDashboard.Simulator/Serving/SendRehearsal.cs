using System.Net;
using System.Net.Sockets;

namespace GatewayDashboard.Simulator.Serving;

/// <summary>
/// One byte from a private socket to another. After a pause the way through the kernel has fallen out of the processor's caches;
/// a rehearsal just before the real send brings it back and keeps the stamps around that send close together.
/// </summary>
internal sealed class SendRehearsal : IDisposable
{
    private readonly byte[] _byte = new byte[1];
    private readonly Socket _from = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    private readonly Socket _to;

    public SendRehearsal()
    {
        using var listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        listener.Listen(1);
        _from.Connect(listener.LocalEndPoint!);
        _to = listener.Accept();
        _from.NoDelay = true;
        _from.Blocking = false;
        _to.Blocking = false;
    }

    public void Run()
    {
        _from.Send(_byte, SocketFlags.None, out _);
        _to.Receive(_byte, SocketFlags.None, out _);
    }

    public void Dispose()
    {
        _from.Dispose();
        _to.Dispose();
    }
}
