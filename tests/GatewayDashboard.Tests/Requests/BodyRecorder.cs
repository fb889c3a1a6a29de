using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace GatewayDashboard.Tests.Requests;

/// <summary>A real HTTP server that keeps every body exactly as it arrived and answers like a gateway.</summary>
internal sealed class BodyRecorder : IAsyncDisposable
{
    private const string Answer = """{"id":"1","object":"chat.completion","created":1,"model":"m","choices":[{"index":0,"message":{"role":"assistant","content":"fine"},"finish_reason":"stop"}]}""";
    private const string Stream = "data: {\"id\":\"1\",\"object\":\"chat.completion.chunk\",\"created\":1,\"model\":\"m\",\"choices\":[{\"index\":0,\"delta\":{\"content\":\"fi\"}}]}\n\n"
        + "data: {\"id\":\"1\",\"object\":\"chat.completion.chunk\",\"created\":1,\"model\":\"m\",\"choices\":[{\"index\":0,\"delta\":{\"content\":\"ne\"},\"finish_reason\":\"stop\"}]}\n\n"
        + "data: {\"id\":\"1\",\"object\":\"chat.completion.chunk\",\"created\":1,\"model\":\"m\",\"choices\":[]}\n\ndata: [DONE]\n\n";

    private readonly WebApplication _app;
    private readonly ConcurrentQueue<Arrival> _arrivals = new();

    private BodyRecorder(WebApplication app) => _app = app;

    /// <summary>What arrived, in order.</summary>
    public IReadOnlyList<Arrival> Arrivals => [.. _arrivals];

    /// <summary>The base URL an SDK is told.</summary>
    public Uri BaseUrl => new($"{_app.Urls.Single()}/v1");

    public static async Task<BodyRecorder> StartAsync()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var recorder = new BodyRecorder(builder.Build());
        recorder._app.MapPost("/v1/chat/completions", recorder.RecordAsync);
        await recorder._app.StartAsync();
        return recorder;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task RecordAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        _arrivals.Enqueue(new Arrival(body.ToArray(), context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase)));
        bool stream = System.Text.Encoding.UTF8.GetString(body.ToArray()).Contains("\"stream\": true", StringComparison.Ordinal) || System.Text.Encoding.UTF8.GetString(body.ToArray()).Contains("\"stream\":true", StringComparison.Ordinal);
        context.Response.ContentType = stream ? "text/event-stream" : "application/json";
        await context.Response.WriteAsync(stream ? Stream : Answer);
    }
}

/// <summary>One request as it arrived.</summary>
/// <param name="Body">Its bytes.</param>
/// <param name="Headers">Its headers.</param>
internal sealed record Arrival(byte[] Body, IReadOnlyDictionary<string, string> Headers);
