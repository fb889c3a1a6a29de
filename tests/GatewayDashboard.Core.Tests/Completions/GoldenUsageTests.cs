using GatewayDashboard.Core.Completions;

namespace GatewayDashboard.Core.Tests.Completions;

/// <summary>Usage in the places where gateways put it.</summary>
public sealed class GoldenUsageTests
{
    private const string Stop = "data: {\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}\n\n";
    private const string Done = "data: [DONE]\n\n";

    private static string Say(string text) => $"data: {{\"choices\":[{{\"index\":0,\"delta\":{{\"content\":\"{text}\"}}}}]}}\n\n";

    // With include_usage OpenAI, OpenRouter and Groq end with a chunk that has no choices.
    [Fact]
    public void UsageOnlyLastChunk_IsUsageAndNoToken()
    {
        var read = Reading.InReads(Say("a"), Stop, "data: {\"choices\":[],\"usage\":{\"prompt_tokens\":5,\"completion_tokens\":1,\"completion_tokens_details\":{\"reasoning_tokens\":0},\"cost\":0.0000012}}\n\n", Done);

        Assert.Equal((5, 1, 0.0000012m, 1), (read.Measurement.Usage!.Input, read.Measurement.Usage.Output, read.Measurement.Usage.CostUsd, read.Measurement.Timeline.LastToken));
    }

    // SambaNova's last chunk has choices null.
    [Fact]
    public void ChoicesNull_IsAccepted() =>
        Assert.Equal(Outcome.Ok, Reading.InReads(Say("a"), Stop, "data: {\"choices\":null,\"usage\":{\"completion_tokens\":1}}\n\n", Done).Outcome);

    // Nobody's format: text in it would be lost, so the call must not look complete.
    [Fact]
    public void ChoicesObject_IsNotDecodable() =>
        Assert.Equal(Outcome.Decode, Reading.InReads("data: {\"choices\":{\"delta\":{\"content\":\"a\"}}}\n\n", Say("b"), Stop, Done).Outcome);

    // Groq puts usage beside the finish reason, under its own name.
    [Fact]
    public void UsageOfGroq_IsFound()
    {
        var read = Reading.InReads(Say("a"), "data: {\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}],\"x_groq\":{\"id\":\"req_1\",\"usage\":{\"queue_time\":0.01,\"prompt_tokens\":7,\"completion_tokens\":1}}}\n\n", Done);

        Assert.Equal((1, "x_groq.usage"), (read.Measurement.Usage!.Output, read.Measurement.Usage.FoundAt));
    }

    // AI/ML API reports the price in a second place, which must not wipe out the counts of the first.
    [Fact]
    public void UsageInTwoPlaces_IsMerged()
    {
        var read = Reading.InReads(Say("a"), Stop, "data: {\"choices\":[],\"usage\":{\"completion_tokens\":4},\"meta\":{\"usage\":{\"credits_used\":21,\"usd_spent\":0.0000105}}}\n\n", Done);

        Assert.Equal((4, 0.0000105m), (read.Measurement.Usage!.Output, read.Measurement.Usage.CostUsd));
    }

    // vLLM with continuous_usage_stats counts up in every chunk: the last one counts.
    [Fact]
    public void UsageInEveryChunk_LastWins() =>
        Assert.Equal(2, Reading.InReads("data: {\"choices\":[{\"delta\":{\"content\":\"a\"}}],\"usage\":{\"completion_tokens\":1}}\n\n", "data: {\"choices\":[{\"delta\":{\"content\":\"b\"}}],\"usage\":{\"completion_tokens\":2}}\n\n", Stop, Done).Measurement.Usage!.Output);

    // A count that cannot be is not believed, or the ledger would follow it.
    [Theory]
    [InlineData("-3")]
    [InlineData("\"12\"")]
    [InlineData("1e400")]
    [InlineData("9223372036854775808")]
    public void UnbelievableUsage_IsUnknown(string count)
    {
        var read = Reading.InReads(Say("a"), Stop, $"data: {{\"choices\":[],\"usage\":{{\"completion_tokens\":{count}}}}}\n\n", Done);

        Assert.Null(read.Measurement.Usage?.Output);
        Assert.Contains("usage-unreadable", read.Measurement.Notes);
    }
}
