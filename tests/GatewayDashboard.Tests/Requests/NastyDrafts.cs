using System.Text.Json.Nodes;
using GatewayDashboard.Core.Requests;
using GatewayDashboard.Core.Tests.Requests;

namespace GatewayDashboard.Tests.Requests;

/// <summary>The drafts whose snippets are run: every nasty text alone, all of them together, 100 kB, fields nobody knows, and as a stream.</summary>
internal static class NastyDrafts
{
    public const string KeyVariable = "GATEWAY_API_KEY";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<RequestDraft> All(Uri baseUrl) => [.. NastyTexts.All.Select(text => Of(baseUrl, text)), .. Few(baseUrl)];

    /// <summary>The ones that hold everything at once, for tools that take long to start.</summary>
    public static IReadOnlyList<RequestDraft> Few(Uri baseUrl)
    {
        RequestDraft together = Of(baseUrl, NastyTexts.Together).WithMessages(NastyTexts.All.Select(text => DraftMessage.Of("user", text)));
        return [together, together.With("stream", true), Of(baseUrl, NastyTexts.Long), Of(baseUrl, "x") with { Body = Strange(), Headers = Headers }];
    }

    public static IReadOnlyList<RequestHeader> Headers { get; } = [new("X-Title", "it's \"mine\" & $HOME `x` ^ \\"), new("X-Team", "team ", KeyVariable)];

    private static RequestDraft Of(Uri baseUrl, string text) =>
        RequestDraft.Start("custom", "maker/model").WithMessages([DraftMessage.Of("user", text)]) with { BaseUrl = baseUrl };

    private static JsonObject Strange() => (JsonObject)JsonNode.Parse("""
        {
          "model": "maker/model",
          "messages": [{"role": "user", "content": [{"type": "text", "text": "it's"}, {"type": "image_url", "image_url": {"url": "https://example.test/a.png?b='c'"}}]}],
          "temperature": 0.25, "seed": 7, "stop": ["\n", "'"], "logit_bias": {"50256": -100}, "store": false, "user": null,
          "response_format": {"type": "json_schema", "json_schema": {"name": "a", "strict": true, "schema": {"type": "object", "properties": {"it's": {"type": ["string", "null"]}}}}},
          "top_k": 40, "own field": {"deep": [[], {}, [{"a": true}]]}, "__proto__": {"x": 1}
        }
        """)!;
}
