using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace GatewayDashboard.Core.Tests.Completions;

/// <summary>A bare TCP server whose every answer is written out in the test, byte by byte where it matters.</summary>
internal sealed class ScriptedServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Func<Exchange, Task> _answer;
    private readonly Task _accepting;
    private readonly ConcurrentBag<Task> _serving = [];

    public ScriptedServer(Func<Exchange, Task> answer)
    {
        _answer = answer;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public ScriptedServer(string response)
        : this(exchange => exchange.SendAsync(response))
    {
    }

    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/v1");

    public ConcurrentQueue<string> Requests { get; } = new();

    public int Connections { get; private set; }

    /// <summary>A response whose body is chunked, in one chunk, and complete.</summary>
    public static string Stream(string body, string type = "text/event-stream") => Answer(body, "200 OK", type);

    public static string Answer(string body, string status, string type, string headers = "") =>
        $"HTTP/1.1 {status}\r\nContent-Type: {type}\r\n{headers}Content-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}";

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _accepting;
        await Task.WhenAll(_serving);
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var socket = await _listener.AcceptSocketAsync(_stop.Token);
                Connections++;
                _serving.Add(ServeAsync(socket));
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException)
        {
            // Stopped.
        }
    }

    private async Task ServeAsync(Socket socket)
    {
        using var _ = socket;
        socket.NoDelay = true;
        try
        {
            while (await ReadRequestAsync(socket) is { } request)
            {
                Requests.Enqueue(request);
                var exchange = new Exchange(socket, request, _stop.Token);
                await _answer(exchange);
                if (exchange.Closed)
                {
                    return;
                }
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The client went away, or the test is over.
        }
    }

    private async Task<string?> ReadRequestAsync(Socket socket)
    {
        var buffer = new byte[64 * 1024];
        var request = "";
        while (true)
        {
            var count = await socket.ReceiveAsync(buffer, _stop.Token);
            if (count == 0)
            {
                return null;
            }

            request += Encoding.UTF8.GetString(buffer, 0, count);
            if (request.Contains("\r\n\r\n", StringComparison.Ordinal) && request.EndsWith('}'))
            {
                return request;
            }
        }
    }
}

/// <summary>One request as the server sees it, and the wire to answer on.</summary>
internal sealed class Exchange(Socket socket, string request, CancellationToken cancellationToken)
{
    public string Request { get; } = request;

    public CancellationToken CancellationToken { get; } = cancellationToken;

    public bool Closed { get; private set; }

    public Task SendAsync(string text) => SendAsync(Encoding.UTF8.GetBytes(text));

    public async Task SendAsync(byte[] bytes) => await socket.SendAsync(bytes, CancellationToken);

    public Task WaitAsync(int milliseconds) => Task.Delay(milliseconds, CancellationToken);

    /// <summary>Ends the connection in order.</summary>
    public void Close()
    {
        socket.Shutdown(SocketShutdown.Both);
        Closed = true;
    }

    /// <summary>Breaks the connection off with a reset.</summary>
    public void Reset()
    {
        socket.LingerState = new LingerOption(true, 0);
        socket.Close();
        Closed = true;
    }
}
