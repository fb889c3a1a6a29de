using System.Net.Http.Json;
using System.Text.Json;
using GatewayDashboard.Simulator;

namespace GatewayDashboard.Tests.Simulator;

/// <summary>Running simulated gateways with a plain HTTP client, the way any program would speak to them.</summary>
public sealed class SimulatedChat : IAsyncDisposable
{
    // Gateways' own ids of the article's model.
    private static readonly Dictionary<string, string> Models = new()
    {
        ["openrouter"] = "meta-llama/llama-3.1-8b-instruct",
        ["aimlapi"] = "openai/gpt-oss-20b",
        ["together"] = "meta-llama/Meta-Llama-3.1-8B-Instruct-Turbo",
        ["groq"] = "llama-3.1-8b-instant",
        ["sambanova"] = "Meta-Llama-3.1-8B-Instruct",
        ["baseten"] = "openai/gpt-oss-120b",
    };

    private readonly HttpClient _http = new();
    private int _requests;

    private SimulatedChat(SimulatedGateways gateways) => Gateways = gateways;

    public SimulatedGateways Gateways { get; }

    public HttpClient Http => _http;

    /// <summary>Fifty times as fast as real, so that no test waits for a gateway.</summary>
    public static async Task<SimulatedChat> StartAsync(SimulatorOptions? options = null) =>
        new(await SimulatedGateways.StartAsync(options ?? new SimulatorOptions { TimeScale = 50 }, TestContext.Current.CancellationToken));

    public static string ModelOf(string gateway) => Models.GetValueOrDefault(gateway, "llama-3.1-8b-instruct");

    public async Task<Answered> AskAsync(
        string gateway,
        string? model = null,
        bool stream = true,
        string? simulate = null,
        bool includeUsage = false,
        int? maxTokens = null,
        string prompt = "Say something about AI.")
    {
        var id = $"request-{Interlocked.Increment(ref _requests)}";
        var body = new Dictionary<string, object?>
        {
            ["model"] = model ?? ModelOf(gateway),
            ["stream"] = stream,
            ["messages"] = new[] { new { role = "user", content = prompt } },
        };
        if (includeUsage)
        {
            body["stream_options"] = new { include_usage = true };
        }

        if (maxTokens is not null)
        {
            body["max_tokens"] = maxTokens;
        }

        using var request = new HttpRequestMessage(HttpMethod.Post, $"{Gateways.BaseUrl(gateway)}/chat/completions") { Content = JsonContent.Create(body) };
        request.Headers.Add("X-Client-Request-Id", id);
        if (simulate is not null)
        {
            request.Headers.Add("X-Simulate", simulate);
        }

        using var response = await _http.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var headers = response.Headers.Concat(response.Content.Headers).ToDictionary(header => header.Key, header => string.Join(",", header.Value), StringComparer.OrdinalIgnoreCase);
        return new Answered(id, (int)response.StatusCode, headers, text);
    }

    public async Task<JsonElement> GetAsync(string gateway, string path)
    {
        var text = await _http.GetStringAsync(new Uri($"{Gateways.BaseUrl(gateway)}{path}"), TestContext.Current.CancellationToken);
        return JsonDocument.Parse(text).RootElement;
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await Gateways.DisposeAsync();
    }
}

/// <summary>A response, read to its end.</summary>
public sealed record Answered(string RequestId, int Status, IReadOnlyDictionary<string, string> Headers, string Body)
{
    public JsonElement Json => JsonDocument.Parse(Body).RootElement;

    /// <summary>The JSON of every event but <c>[DONE]</c>.</summary>
    public IReadOnlyList<JsonElement> Events =>
        [.. Body.Split("\n\n", StringSplitOptions.RemoveEmptyEntries)
            .Where(block => block.StartsWith("data: {", StringComparison.Ordinal))
            .Select(block => JsonDocument.Parse(block["data: ".Length..]).RootElement)];

    public string Text => string.Concat(Deltas("content"));

    public IEnumerable<string> Deltas(string field) =>
        from chunk in Events
        where chunk.TryGetProperty("choices", out var choices) && choices.ValueKind == JsonValueKind.Array && choices.GetArrayLength() > 0
        let delta = chunk.GetProperty("choices")[0].GetProperty("delta")
        where delta.TryGetProperty(field, out var text) && text.GetString() is { Length: > 0 }
        select delta.GetProperty(field).GetString();

    public JsonElement FinishChunk => Events.Single(chunk =>
        chunk.GetProperty("choices").ValueKind == JsonValueKind.Array && chunk.GetProperty("choices").GetArrayLength() > 0 && chunk.GetProperty("choices")[0].GetProperty("finish_reason").ValueKind == JsonValueKind.String);
}
