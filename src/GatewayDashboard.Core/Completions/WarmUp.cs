using System.Net;
using System.Net.Sockets;
using System.Text;
using GatewayDashboard.Core.Egress;
using GatewayDashboard.Core.Gateways;
using GatewayDashboard.Core.Measurement;
using GatewayDashboard.Core.Spending;

namespace GatewayDashboard.Core.Completions;

/// <summary>Lets everything a call runs through be compiled before a call counts.</summary>
internal static class WarmUp
{
    private const int Calls = 40;
    private const int Chunks = 6;

    public static async Task RunAsync(CancellationToken cancellationToken)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var serving = ServeAsync(listener, stop.Token);
        var address = new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/v1");
        var connection = new Connection
        {
            Gateway = new Gateway { Id = "warm-up", Name = "Warm-up", Kind = GatewayKind.Custom },
            BaseUrl = address,
            Provenance = Provenance.Simulated,
        };
        var request = new CompletionRequest { Model = "warm-up", Messages = [ChatMessage.User("Hello")] };
        foreach (var clock in Enum.GetValues<ArrivalClock>())
        {
            using var client = new GatewayClient(new EgressPolicy(address), new GatewayClientOptions { Clock = clock });
            for (var i = 0; i < Calls && !cancellationToken.IsCancellationRequested; i++)
            {
                await client.SendAsync(connection, request, new CallPermit($"warm-up-{i}", 0), new CallLimits(), cancellationToken).ConfigureAwait(false);
            }
        }

        await stop.CancelAsync().ConfigureAwait(false);
        await serving.ConfigureAwait(false);
    }

    private static async Task ServeAsync(TcpListener listener, CancellationToken cancellationToken)
    {
        try
        {
            while (true)
            {
                using var socket = await listener.AcceptSocketAsync(cancellationToken).ConfigureAwait(false);
                await AnswerAsync(socket, cancellationToken).ConfigureAwait(false);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException)
        {
            // Warm enough.
        }
    }

    private static async Task AnswerAsync(Socket socket, CancellationToken cancellationToken)
    {
        socket.NoDelay = true;
        var buffer = new byte[4096];
        var request = "";
        while (true)
        {
            var count = await socket.ReceiveAsync(buffer, cancellationToken).ConfigureAwait(false);
            if (count == 0)
            {
                return;
            }

            request += Encoding.ASCII.GetString(buffer, 0, count);
            if (!request.Contains("\r\n\r\n", StringComparison.Ordinal) || !request.EndsWith('}'))
            {
                continue;
            }

            request = "";
            await socket.SendAsync("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n"u8.ToArray(), cancellationToken).ConfigureAwait(false);
            await SendChunkAsync(socket, ": warm-up\n\ndata: {\"id\":\"w\",\"model\":\"warm-up\",\"choices\":[{\"index\":0,\"delta\":{\"role\":\"assistant\",\"content\":\"\"}}]}\n\n", cancellationToken).ConfigureAwait(false);
            for (var i = 0; i < Chunks; i++)
            {
                var field = i == 0 ? "reasoning_content" : "content";
                await SendChunkAsync(socket, $"data: {{\"id\":\"w\",\"model\":\"warm-up\",\"choices\":[{{\"index\":0,\"delta\":{{\"{field}\":\"a\\n\"}}}}]}}\n\n", cancellationToken).ConfigureAwait(false);
                await Task.Yield();
            }

            await SendChunkAsync(socket, "data: {\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}],\"usage\":{\"prompt_tokens\":1,\"completion_tokens\":6}}\n\ndata: [DONE]\n\n", cancellationToken).ConfigureAwait(false);
            await socket.SendAsync("0\r\n\r\n"u8.ToArray(), cancellationToken).ConfigureAwait(false);
        }
    }

    private static async Task SendChunkAsync(Socket socket, string text, CancellationToken cancellationToken) =>
        await socket.SendAsync(Encoding.UTF8.GetBytes($"{text.Length:x}\r\n{text}\r\n"), cancellationToken).ConfigureAwait(false);
}
