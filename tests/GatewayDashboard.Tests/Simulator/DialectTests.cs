using System.Text.Json;

namespace GatewayDashboard.Tests.Simulator;

public sealed class DialectTests
{
    [Fact]
    public async Task OpenRouter_Streaming_SendsCommentsProviderAndCostWithoutBeingAsked()
    {
        await using var chat = await SimulatedChat.StartAsync();

        var answer = await chat.AskAsync("openrouter");

        Assert.StartsWith(": OPENROUTER PROCESSING\n\n", answer.Body, StringComparison.Ordinal);
        Assert.All(answer.Events, chunk => Assert.Equal("Simulated", chunk.GetProperty("provider").GetString()));
        var last = answer.Events[^1];
        Assert.Equal(0, last.GetProperty("choices").GetArrayLength());

        // 0.05 and 0.08 USD per million tokens: the list price of 2026-08-18.
        var prompt = last.GetProperty("usage").GetProperty("prompt_tokens").GetInt32();
        Assert.Equal(((prompt * 0.05m) + (24 * 0.08m)) / 1_000_000, last.GetProperty("usage").GetProperty("cost").GetDecimal());
        Assert.Contains("X-Generation-Id", answer.Headers.Keys);
    }

    [Fact]
    public async Task Groq_Streaming_ReportsUsageInItsOwnFieldOnTheFinishChunk()
    {
        await using var chat = await SimulatedChat.StartAsync();

        var answer = await chat.AskAsync("groq");

        Assert.StartsWith("req_", answer.Events[0].GetProperty("x_groq").GetProperty("id").GetString(), StringComparison.Ordinal);
        Assert.Equal(24, answer.FinishChunk.GetProperty("x_groq").GetProperty("usage").GetProperty("completion_tokens").GetInt32());
        Assert.True(answer.FinishChunk.GetProperty("x_groq").GetProperty("usage").GetProperty("total_time").GetDouble() > 0);
        Assert.DoesNotContain(answer.Events, chunk => chunk.TryGetProperty("usage", out _));
        Assert.Equal("2m59.56s", answer.Headers["x-ratelimit-reset-requests"]);
    }

    [Fact]
    public async Task Groq_AskedForUsage_AddsAUsageChunk()
    {
        await using var chat = await SimulatedChat.StartAsync();

        var answer = await chat.AskAsync("groq", includeUsage: true);

        Assert.Equal(24, answer.Events[^1].GetProperty("usage").GetProperty("completion_tokens").GetInt32());
    }

    [Fact]
    public async Task SambaNova_AskedForUsage_SendsNullChoicesAndTimings()
    {
        await using var chat = await SimulatedChat.StartAsync();

        var answer = await chat.AskAsync("sambanova", includeUsage: true);

        var last = answer.Events[^1];
        Assert.Equal(JsonValueKind.Null, last.GetProperty("choices").ValueKind);
        Assert.InRange(last.GetProperty("usage").GetProperty("time_to_first_token").GetDouble(), 0.05, 0.4);
        Assert.True(last.GetProperty("usage").GetProperty("completion_tokens_after_first_per_sec").GetDouble() > 0);
    }

    [Fact]
    public async Task SambaNova_NotAsked_ReportsNoUsage()
    {
        await using var chat = await SimulatedChat.StartAsync();

        var answer = await chat.AskAsync("sambanova");

        Assert.DoesNotContain("usage", answer.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AimlApi_Streaming_TellsWhatWasSpentOnTheLastChunk()
    {
        await using var chat = await SimulatedChat.StartAsync();

        var answer = await chat.AskAsync("aimlapi");

        Assert.True(answer.Events[^1].GetProperty("meta").GetProperty("usage").GetProperty("usd_spent").GetDecimal() > 0);
        Assert.Contains("x-inference-id", answer.Headers.Keys);
    }

    [Fact]
    public async Task Together_Streaming_RepeatsTheRoleAndHoldsUsageBackToTheLastChunk()
    {
        await using var chat = await SimulatedChat.StartAsync();

        var answer = await chat.AskAsync("together");

        Assert.All(answer.Events, chunk => Assert.Equal("assistant", chunk.GetProperty("choices")[0].GetProperty("delta").GetProperty("role").GetString()));
        Assert.All(answer.Events.SkipLast(1), chunk => Assert.Equal(JsonValueKind.Null, chunk.GetProperty("usage").ValueKind));
        Assert.Equal(24, answer.Events[^1].GetProperty("usage").GetProperty("completion_tokens").GetInt32());
    }

    [Fact]
    public async Task Reasoning_Streaming_ThinksFirstAndCountsTheThoughts()
    {
        await using var chat = await SimulatedChat.StartAsync();

        var answer = await chat.AskAsync("reasoning", includeUsage: true);

        Assert.Equal(48, answer.Deltas("reasoning").Count());
        Assert.Equal(24, answer.Deltas("content").Count());
        Assert.Equal(48, answer.Events[^1].GetProperty("usage").GetProperty("completion_tokens_details").GetProperty("reasoning_tokens").GetInt32());
        var entry = await chat.Gateways.Journal.WaitForAsync(answer.RequestId, TestContext.Current.CancellationToken);
        Assert.True(entry.FirstTokenOut!.Value.After <= entry.FirstContentOut!.Value.Before);
    }

    [Fact]
    public async Task Buffering_Streaming_SendsEverythingAtTheEnd()
    {
        await using var chat = await SimulatedChat.StartAsync();

        var answer = await chat.AskAsync("buffering");

        Assert.Equal(24, answer.Deltas("content").Count());
        var entry = await chat.Gateways.Journal.WaitForAsync(answer.RequestId, TestContext.Current.CancellationToken);
        Assert.Single(entry.TokenSends);
        Assert.Equal(24, entry.TokenSends[0].Tokens);
    }

    [Fact]
    public async Task Failing_EightRequests_ShowsFourKindsOfFailure()
    {
        await using var chat = await SimulatedChat.StartAsync();
        List<Answered> answers = [];

        for (var request = 0; request < 8; request++)
        {
            answers.Add(await chat.AskAsync("failing"));
        }

        Assert.Equal([200, 429, 200, 200, 500, 200, 200, 200], answers.Select(answer => answer.Status));
        Assert.Contains("\"error\":{", answers[3].Body, StringComparison.Ordinal);
        Assert.DoesNotContain("[DONE]", answers[6].Body, StringComparison.Ordinal);
        Assert.Equal("7", answers[1].Headers["Retry-After"]);
    }

    [Theory]
    [InlineData("groq", "error.code", "model_not_found")]
    [InlineData("openrouter", "error.code", "404")]
    [InlineData("aimlapi", "statusCode", "404")]
    [InlineData("sambanova", "error.code", "model_not_found")]
    [InlineData("together", "error.type", "invalid_request_error")]
    public async Task UnknownModel_IsRefusedInTheGatewaysOwnWords(string gateway, string path, string expected)
    {
        await using var chat = await SimulatedChat.StartAsync();

        var answer = await chat.AskAsync(gateway, model: "nobody/sells-this");

        Assert.Equal(404, answer.Status);
        Assert.Equal(expected, path.Split('.').Aggregate(answer.Json, (json, name) => json.GetProperty(name)).ToString());
    }

    [Fact]
    public async Task NotStreamed_Answers_WithOneObject()
    {
        await using var chat = await SimulatedChat.StartAsync();

        var answer = await chat.AskAsync("groq", stream: false);

        Assert.Equal("application/json", answer.Headers["Content-Type"]);
        Assert.Equal("chat.completion", answer.Json.GetProperty("object").GetString());
        Assert.Equal(24, answer.Json.GetProperty("usage").GetProperty("completion_tokens").GetInt32());
        Assert.NotEmpty(answer.Json.GetProperty("choices")[0].GetProperty("message").GetProperty("content").GetString()!);
    }

    [Fact]
    public async Task MaxTokens_BelowTheAnswer_EndsItWithLength()
    {
        await using var chat = await SimulatedChat.StartAsync();

        var answer = await chat.AskAsync("openrouter", maxTokens: 5);

        Assert.Equal(5, answer.Deltas("content").Count());
        Assert.Equal("length", answer.FinishChunk.GetProperty("choices")[0].GetProperty("finish_reason").GetString());
    }

    [Fact]
    public async Task LongPrompt_GetsTheLongAnswer()
    {
        await using var chat = await SimulatedChat.StartAsync(new() { TimeScale = 1000 });

        // 61 words: one more than a short prompt may have.
        var answer = await chat.AskAsync("groq", prompt: string.Join(' ', Enumerable.Repeat("word", 61)));

        Assert.Equal(1900, answer.FinishChunk.GetProperty("x_groq").GetProperty("usage").GetProperty("completion_tokens").GetInt32());
    }
}
