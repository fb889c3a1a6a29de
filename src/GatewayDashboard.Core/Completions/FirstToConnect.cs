using System.Net;
using System.Net.Sockets;

namespace GatewayDashboard.Core.Completions;

/// <summary>Connects to the first of several addresses that answers, each next one starting a quarter second later, so that a dead IPv6 route costs no more than that.</summary>
internal static class FirstToConnect
{
    private static readonly TimeSpan HeadStart = TimeSpan.FromMilliseconds(250);
    private const int MostAddresses = 8;

    /// <exception cref="SocketException">None answered; the last one's reason.</exception>
    public static async Task<Socket> AsyncOf(IReadOnlyList<IPAddress> addresses, int port, CancellationToken cancellationToken)
    {
        using var others = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var waiting = new Queue<IPAddress>(addresses.Take(MostAddresses));
        var running = new List<Task<Socket>>();
        Exception? reason = null;
        while (waiting.Count + running.Count > 0)
        {
            if (waiting.TryDequeue(out var address))
            {
                running.Add(ConnectAsync(address, port, others.Token));
            }

            var head = waiting.Count > 0 ? Task.Delay(HeadStart, others.Token) : null;
            var first = await Task.WhenAny(head is null ? running : [.. running, head]).ConfigureAwait(false);
            if (first is not Task<Socket> attempt)
            {
                cancellationToken.ThrowIfCancellationRequested();
                continue;
            }

            running.Remove(attempt);
            if (attempt.IsCompletedSuccessfully)
            {
                await others.CancelAsync().ConfigureAwait(false);
                running.ForEach(loser => _ = DropAsync(loser));
                return await attempt.ConfigureAwait(false);
            }

            cancellationToken.ThrowIfCancellationRequested();
            reason = attempt.Exception?.InnerException ?? reason;
        }

        throw reason as SocketException ?? new SocketException((int)SocketError.HostNotFound);
    }

    private static async Task<Socket> ConnectAsync(IPAddress address, int port, CancellationToken cancellationToken)
    {
        var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(new IPEndPoint(address, port), cancellationToken).ConfigureAwait(false);
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static async Task DropAsync(Task<Socket> loser)
    {
        try
        {
            (await loser.ConfigureAwait(false)).Dispose();
        }
        catch (Exception e) when (e is SocketException or OperationCanceledException)
        {
            // It lost anyway.
        }
    }
}
