using System.Text;
using System.Text.Json;
using GatewayDashboard.Tests.Gateways;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace GatewayDashboard.BrowserTests;

/// <summary>A gateway whose every answer is hostile Markdown and HTML, streamed in small pieces, half of it as reasoning.</summary>
internal sealed class HostileGateway : IAsyncDisposable
{
    private const int PerAnswer = 7;
    private const int PieceLength = 37;
    private readonly WebApplication _app;
    private int _next;

    private HostileGateway(WebApplication app) => _app = app;

    /// <summary>Its base URL.</summary>
    public Uri BaseUrl => new(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First() + "/v1");

    /// <summary>Payloads sent so far; after the last of the list it begins again, so grouped differently.</summary>
    public int Sent => Volatile.Read(ref _next);

    public static async Task<HostileGateway> StartAsync(CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        HostileGateway gateway = new(app);
        app.MapPost("/v1/chat/completions", gateway.AnswerAsync);
        await app.StartAsync(cancellationToken);
        return gateway;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        var first = Interlocked.Add(ref _next, PerAnswer) - PerAnswer;
        var payloads = Enumerable.Range(first, PerAnswer).Select(number => HostileMarkdown.Payloads[number % HostileMarkdown.Payloads.Count]);
        var text = string.Join("\n\n", payloads);
        context.Response.ContentType = "text/event-stream";
        foreach (var channel in new[] { "reasoning_content", "content" })
        {
            for (var at = 0; at < text.Length; at += PieceLength)
            {
                var piece = text.Substring(at, Math.Min(PieceLength, text.Length - at));
                await WriteAsync(context, new { choices = new[] { new { index = 0, delta = new Dictionary<string, string> { [channel] = piece } } } });
            }
        }

        await WriteAsync(context, new { choices = new[] { new { index = 0, delta = new { }, finish_reason = "stop" } } });
        await context.Response.WriteAsync("data: [DONE]\n\n", context.RequestAborted);
    }

    private static Task WriteAsync(HttpContext context, object chunk) =>
        context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes($"data: {JsonSerializer.Serialize(chunk)}\n\n"), context.RequestAborted).AsTask();
}
