using System.Net.Sockets;
using GatewayDashboard.Simulator.Answers;

namespace GatewayDashboard.Simulator.Serving;

/// <summary>One client connection. It has a thread of its own, which sleeps in the kernel, so that a request's arrival is stamped without a detour over a thread pool.</summary>
internal sealed class Connection(Socket socket, Router router, Sender sender) : IDisposable
{
    private const int StackBytes = 256 * 1024;
    private static readonly TimeSpan LookForClient = TimeSpan.FromMilliseconds(200);
    private volatile bool _stopping;

    public void Start(Action<Connection> ended)
    {
        var thread = new Thread(() => Serve(ended), StackBytes) { IsBackground = true, Name = "simulated gateways: connection" };
        thread.Start();
    }

    /// <summary>Wakes the thread out of whatever it waits for; it then ends by itself.</summary>
    public void Stop()
    {
        _stopping = true;
        try
        {
            socket.Shutdown(SocketShutdown.Both);
        }
        catch (Exception gone) when (gone is SocketException or ObjectDisposedException)
        {
            // The client was faster.
        }
    }

    private void Serve(Action<Connection> ended)
    {
        try
        {
            socket.NoDelay = true;
            socket.Blocking = false;
            var reader = new RequestReader(socket);
            while (!_stopping && ServeOne(reader))
            {
            }
        }
        catch (Exception gone) when (gone is SocketException or ObjectDisposedException)
        {
            // The client reset the connection; the journal has what was sent.
        }
        finally
        {
            socket.Dispose();
            ended(this);
        }
    }

    private bool ServeOne(RequestReader reader)
    {
        HttpRequest? request;
        try
        {
            request = reader.Read();
        }
        catch (RequestRefusedException refused)
        {
            var (refusal, log) = router.Refuse(refused);
            Play(refusal, log, System.Diagnostics.Stopwatch.GetTimestamp());
            Drain();
            return false;
        }

        if (request is null)
        {
            return false;
        }

        var (reply, journal) = router.Answer(request);
        return Play(request.WantsClose && reply.Ending == Ending.KeepAlive ? reply.ThenClose() : reply, journal, request.ArrivalTicks);
    }

    private bool Play(Reply reply, ExchangeLog log, long arrival)
    {
        var exchange = new Exchange(socket, reply, log, arrival);
        sender.Play(exchange);
        while (!exchange.WaitDone(LookForClient))
        {
            if (_stopping)
            {
                // The sender is gone by then, so nobody else ends this exchange.
                exchange.Abandon();
                break;
            }

            // Readable without bytes is the client's goodbye.
            if (socket.Poll(0, SelectMode.SelectRead) && socket.Available == 0)
            {
                exchange.ClientLeft();
            }
        }

        var keepsAlive = exchange.KeepsAlive;
        exchange.Dispose();
        return keepsAlive;
    }

    /// <summary>Reads on for a moment after a refusal: closing with unread bytes would reset the connection and lose the answer.</summary>
    private void Drain()
    {
        Span<byte> sink = stackalloc byte[4096];
        for (var budget = 2048; budget > 0 && socket.Poll(TimeSpan.FromMilliseconds(200), SelectMode.SelectRead); budget--)
        {
            if (socket.Receive(sink, SocketFlags.None, out _) <= 0)
            {
                return;
            }
        }
    }

    public void Dispose() => socket.Dispose();
}
