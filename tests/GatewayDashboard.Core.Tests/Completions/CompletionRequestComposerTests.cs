using System.Text;
using System.Text.Json.Nodes;
using GatewayDashboard.Core.Completions;
using GatewayDashboard.Core.Gateways;
using GatewayDashboard.Core.Secrets;

namespace GatewayDashboard.Core.Tests.Completions;

public sealed class CompletionRequestComposerTests
{
    private static readonly Uri Base = new("https://api.example/openai/v1/");

    private static string Body(CompletionRequest request, GatewayDialect? dialect = null) =>
        Encoding.UTF8.GetString(CompletionRequestComposer.Compose(Call.To(Base, dialect), request, "id").Body.Span);

    [Fact]
    public void Path_IsAppendedToTheBase() =>
        Assert.Equal("https://api.example/openai/v1/chat/completions", CompletionRequestComposer.Compose(Call.To(Base), Call.Request, "id").Url.ToString());

    [Fact]
    public void Body_HoldsOnlyWhatIsSet() =>
        Assert.Equal("""{"model":"m","messages":[{"role":"user","content":"Hello"}],"stream":true,"stream_options":{"include_usage":true}}""", Body(Call.Request));

    [Fact]
    public void Body_HasOneFixedOrder() =>
        Assert.Equal(
            """{"model":"m","messages":[{"role":"user","content":"Hello"}],"stream":true,"stream_options":{"include_usage":true},"max_tokens":64,"temperature":0.7,"top_p":1,"seed":7,"reasoning_effort":"low","logprobs":true}""",
            Body(Call.Request with { Extra = new JsonObject { ["logprobs"] = true }, ReasoningEffort = "low", Seed = 7, TopP = 1, Temperature = 0.7, MaxTokens = 64 }));

    [Fact]
    public void Dialect_NamesTheLimitAndMayNotAskForUsage() =>
        Assert.Equal(
            """{"model":"m","messages":[{"role":"user","content":"Hello"}],"stream":true,"max_completion_tokens":64}""",
            Body(Call.Request with { MaxTokens = 64 }, new GatewayDialect { AsksForUsage = false, MaxTokensParameter = "max_completion_tokens" }));

    [Fact]
    public void Extra_WinsOverTypedFields() =>
        Assert.Equal("""{"messages":[{"role":"user","content":"Hello"}],"model":"other","stream":false}""", Body(Call.Request with { Extra = new JsonObject { ["model"] = "other", ["stream"] = false } }));

    [Fact]
    public void Headers_CarryTheKeyOnlyAsASecret()
    {
        var headers = CompletionRequestComposer.Compose(Call.To(Base), Call.Request, "id").Headers;

        Assert.Equal(["Authorization", "X-Client-Request-Id", "Accept", "Accept-Encoding", "Content-Type"], headers.Select(h => h.Name));
        Assert.Equal(("Bearer ***", $"Bearer {Call.Key}"), (headers[0].Value, headers[0].Secret!.Reveal()));
        Assert.DoesNotContain(Call.Key, string.Join('\n', headers), StringComparison.Ordinal);
    }

    [Fact]
    public void KeyHeaderWithoutScheme_HoldsTheKeyAlone()
    {
        var headers = CompletionRequestComposer.Compose(Call.To(Base, new GatewayDialect { KeyHeader = "x-portkey-api-key", KeyScheme = null }), Call.Request, "id").Headers;

        Assert.Equal(("x-portkey-api-key", Call.Key), (headers[0].Name, headers[0].Secret!.Reveal()));
    }

    [Fact]
    public void HeaderOfTheUser_ReplacesTheDialectsOwn()
    {
        var connection = Call.To(Base, new GatewayDialect { Headers = new Dictionary<string, string> { ["X-Title"] = "ours" } }) with { Headers = new Dictionary<string, Secret> { ["x-title"] = new("theirs") } };

        Assert.Equal("theirs", Assert.Single(CompletionRequestComposer.Compose(connection, Call.Request, "id").Headers, h => h.Name.Equals("x-title", StringComparison.OrdinalIgnoreCase)).Secret!.Reveal());
    }

    [Fact]
    public async Task WhatIsComposed_IsWhatIsSent()
    {
        await using var server = new ScriptedServer(ScriptedServer.Stream(""));
        using var client = Call.Client(server.Address);
        var composed = CompletionRequestComposer.Compose(Call.To(server.Address), Call.Request, "the-id");

        await client.SendAsync(Call.To(server.Address), Call.Request, new("the-id", 0), new CallLimits(), TestContext.Current.CancellationToken);

        var request = Assert.Single(server.Requests);
        Assert.EndsWith("\r\n\r\n" + Encoding.UTF8.GetString(composed.Body.Span), request, StringComparison.Ordinal);
        var sent = request[..request.IndexOf("\r\n\r\n", StringComparison.Ordinal)].Split("\r\n")[1..].Order();
        var expected = composed.Headers.Select(h => $"{h.Name}: {h.Secret?.Reveal() ?? h.Value}").Append($"Host: {server.Address.Authority}").Append($"Content-Length: {composed.Body.Length}").Order();
        Assert.Equal(expected, sent);
    }
}
