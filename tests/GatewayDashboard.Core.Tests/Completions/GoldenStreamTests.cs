using GatewayDashboard.Core.Completions;
using GatewayDashboard.Core.Measurement;

namespace GatewayDashboard.Core.Tests.Completions;

/// <summary>Streams as gateways really send them, each written out with the reason it is here.</summary>
public sealed class GoldenStreamTests
{
    private const string Stop = "data: {\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}\n\n";
    private const string Done = "data: [DONE]\n\n";

    private static string Say(string text) => $"data: {{\"choices\":[{{\"index\":0,\"delta\":{{\"content\":\"{text}\"}}}}]}}\n\n";

    // vLLM's own client once counted this chunk as the first token and reported 5 ms for 214.
    [Fact]
    public void RoleOnlyFirstChunk_IsNotAToken()
    {
        var read = Reading.InReads("data: {\"choices\":[{\"index\":0,\"delta\":{\"role\":\"assistant\",\"content\":\"\"}}]}\n\n", Say("Hi"), Stop, Done);

        Assert.Equal((1, 2), (read.Measurement.Timeline.FirstEvent, read.Measurement.Timeline.FirstToken));
    }

    // Server-side parsers hold text back and send empty deltas meanwhile; gaps must not see them.
    [Fact]
    public void EmptyDeltas_AreNoTokens()
    {
        var read = Reading.InReads(Say("a"), Say(""), "data: {\"choices\":[{\"delta\":{\"content\":null}}]}\n\n", Say("b"), Stop, Done);

        Assert.Equal([1L, 4L], read.Measurement.Timeline.Tokens.Select(t => t.Ticks));
    }

    // OpenRouter keeps the connection alive with comments: the gateway has answered, the model has not.
    [Fact]
    public void Comments_AreCountedApart()
    {
        var read = Reading.InReads(": OPENROUTER PROCESSING\n\n", ": OPENROUTER PROCESSING\n\n", Say("Hi"), Stop, Done);

        Assert.Equal((1, 3, "Hi"), (read.Measurement.Timeline.FirstComment, read.Measurement.Timeline.FirstToken, read.Measurement.Answer));
    }

    // The format allows three line ends, and gateways behind Windows servers and old proxies use all of them.
    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public void LineEnds_AreAllUnderstood(string lineEnd)
    {
        var read = Reading.InReads((Say("a") + Say("b") + Stop + Done).Replace("\n", lineEnd, StringComparison.Ordinal));

        Assert.Equal((Outcome.Ok, "ab"), (read.Outcome, read.Measurement.Answer));
    }

    // Some .NET services write the byte order mark their encoding stands for.
    [Fact]
    public void ByteOrderMark_IsSkipped() => Assert.Equal("a", Reading.InReads("\uFEFF" + Say("a") + Stop + Done).Measurement.Answer);

    // A pretty-printing gateway spreads one object over several data lines.
    [Fact]
    public void SeveralDataLines_AreOneEvent()
    {
        var read = Reading.InReads("data: {\"choices\":[\ndata: {\"index\":0,\"delta\":{\"content\":\"a\"}}]}\n\n", Stop, Done);

        Assert.Equal((Outcome.Ok, "a"), (read.Outcome, read.Measurement.Answer));
    }

    // inference-perf drops these silently: the space after the colon is optional, and only one is dropped.
    [Theory]
    [InlineData("data:")]
    [InlineData("data:  ")]
    public void SpaceAfterColon_IsOptional(string start) =>
        Assert.Equal("a", Reading.InReads((Say("a") + Stop + Done).Replace("data: ", start, StringComparison.Ordinal)).Measurement.Answer);

    // Four tools read for the research fail here: a network may cut anywhere, inside UTF-8 and inside CRLF too.
    [Fact]
    public void EveryByteBoundary_GivesTheSameEvents()
    {
        var stream = "\uFEFF: hi\r\n\r\n" + Say("Zoë 🎉").Replace("\n", "\r\n", StringComparison.Ordinal) + Say("\\ud83d\\ude00\\n") + "data: {\"choices\":[]\ndata: ,\"usage\":{\"completion_tokens\":3}}\n\n" + Stop + Done;
        var bytes = System.Text.Encoding.UTF8.GetBytes(stream);
        var whole = Reading.InReads(bytes).WithoutStamps;

        for (var cut = 1; cut < bytes.Length; cut++)
        {
            Assert.Equal(whole, Reading.InReads(bytes[..cut], bytes[cut..]).WithoutStamps);
        }

        Assert.Equal(whole, Reading.InReads([.. bytes.Select(b => new[] { b })]).WithoutStamps);
    }

    // A starved reader or a batching gateway: one stamp for several events, and it must say so.
    [Fact]
    public void EventsOfOneRead_ShareTheStampAndAreMarked()
    {
        var read = Reading.InReads(Say("a"), Say("b") + Say("c"), Stop + Done);

        Assert.Equal([(1L, false), (2L, true), (2L, true)], read.Measurement.Timeline.Tokens.Select(t => (t.Ticks, t.Coalesced)));
        Assert.Equal(1, read.Measurement.CoalescedReads);
    }

    // An event counts when its last byte came, not its first.
    [Fact]
    public void SplitEvent_CarriesTheArrivalOfTheCompletingRead()
    {
        var event1 = Say("a");

        var read = Reading.InReads(event1[..20], event1[20..^1], event1[^1..], Stop, Done);

        Assert.Equal(3, read.Measurement.Timeline.FirstToken);
    }

    // OpenRouter documents errors inside a 200 stream; clients that look at choices first "succeed" with partial text.
    [Theory]
    [InlineData("{\"id\":\"1\",\"choices\":[{\"index\":0,\"delta\":{\"content\":\"\"},\"finish_reason\":\"error\"}],\"error\":{\"code\":502,\"message\":\"upstream died\"}}")]
    [InlineData("{\"error\":\"upstream died\"}")]
    [InlineData("{\"object\":\"error\",\"message\":\"upstream died\",\"code\":400}")]
    [InlineData("{\"detail\":\"upstream died\"}")]
    [InlineData("{\"message\":\"upstream died\",\"request_id\":\"1\"}")]
    [InlineData("{\"choices\":[],\"x_groq\":{\"error\":\"upstream died\"}}")]
    public void ErrorInsideTheStream_IsAStreamError(string error)
    {
        var read = Reading.InReads(Say("part"), $"data: {error}\n\n");

        Assert.Equal("upstream died", read.Error!.Message);
        Assert.Equal("part", read.Measurement.Answer);
    }

    [Fact]
    public void ErrorNull_IsNoError() => Assert.Equal(Outcome.Ok, Reading.InReads("data: {\"error\":null,\"choices\":[{\"delta\":{\"content\":\"a\"}}]}\n\n", Stop, Done).Outcome);

    // Older Azure and several proxies name the event instead.
    [Fact]
    public void EventNamedError_IsAStreamError() => Assert.Equal("gone", Reading.InReads("event: error\ndata: {\"message\":\"gone\"}\n\n").Error!.Message);

    // Ollama and some proxies never send [DONE].
    [Fact]
    public void MissingDone_WithFinishReason_IsGoodAndNoted()
    {
        var read = Reading.InReads(Say("a"), Stop);

        Assert.Equal(Outcome.Ok, read.Outcome);
        Assert.False(read.Done);
    }

    [Fact]
    public void MissingFinishReason_WithDone_IsGoodAndNoted()
    {
        var read = Reading.InReads(Say("a"), Done);

        Assert.Equal(Outcome.Ok, read.Outcome);
        Assert.Contains("no-finish", read.Measurement.Notes);
    }

    // The framework's own parser loses this event, and with it the usage.
    [Fact]
    public void LastEventWithoutBlankLine_IsNotLost() =>
        Assert.Equal(3, Reading.InReads(Say("a"), Stop, "data: {\"choices\":[],\"usage\":{\"completion_tokens\":3}}").Measurement.Usage!.Output);

    [Theory]
    [InlineData("data: [done]\n\n")]
    [InlineData("data: \"[DONE]\"\n\n")]
    [InlineData("data:   [DONE] \n\n")]
    public void OddDone_IsDone(string done) => Assert.True(Reading.InReads(Say("a"), Stop, done).Done);

    // A proxy that joins events with a single line end makes two objects out of one event.
    [Theory]
    [InlineData("\ndata: ")]
    [InlineData("")]
    public void JoinedEvents_AreBothRead(string between)
    {
        var one = Say("a").TrimEnd('\n');

        var read = Reading.InReads(one + between + one["data: ".Length..] + "\n\n", Stop, Done);

        Assert.Equal(("aa", Outcome.Ok), (read.Measurement.Answer, read.Outcome));
        Assert.Contains("joined-events", read.Measurement.Notes);
    }

    [Fact]
    public void BrokenJson_AmongGoodEvents_KeepsTheTextAndSaysSo()
    {
        var read = Reading.InReads(Say("a"), "data: {\"choices\":[{\"delta\"\n\n", Say("b"), Stop, Done);

        Assert.Equal(("ab", Outcome.Decode), (read.Measurement.Answer, read.Outcome));
    }

    // A hostile document must not take the stack along.
    [Fact]
    public void DeepJson_IsNotDecodable() =>
        Assert.Equal(Outcome.Decode, Reading.InReads($"data: {{\"choices\":{new string('[', 10_000)}\n\n", Say("b"), Stop, Done).Outcome);

    // Portkey's open-source gateway wraps OpenRouter's comment up as data.
    [Fact]
    public void CommentInData_IsSkippedAndNoted() => Assert.Contains("comment-in-data", Reading.InReads("data: : OPENROUTER PROCESSING\n\n", Say("a"), Stop, Done).Measurement.Notes);

    // A tokenizer that cuts an emoji in two sends half a surrogate pair in each event.
    [Fact]
    public void SurrogatePairOverTwoEvents_IsJoined() => Assert.Equal("😀", Reading.InReads(Say("\\ud83d"), Say("\\ude00"), Stop, Done).Measurement.Answer);

    [Fact]
    public void LoneSurrogate_BecomesTheReplacementCharacter() => Assert.Equal("a\uFFFD", Reading.InReads(Say("a\\ud83d"), Stop, Done).Measurement.Answer);

    [Fact]
    public void BytesThatAreNoUtf8_AreReplacedAndNoted()
    {
        var bytes = System.Text.Encoding.Latin1.GetBytes(Say("caf\u00e9") + Stop + Done);

        var read = Reading.InReads(bytes);

        Assert.Equal("caf\uFFFD", read.Measurement.Answer);
        Assert.Contains("invalid-utf8", read.Measurement.Notes);
    }

    // OpenRouter says the same reasoning under two names; vLLM and DeepSeek use one each.
    [Theory]
    [InlineData("\"reasoning\":\"hm\"")]
    [InlineData("\"reasoning_content\":\"hm\"")]
    [InlineData("\"reasoning\":\"hm\",\"reasoning_details\":[{\"type\":\"reasoning.text\",\"text\":\"hm\"}]")]
    [InlineData("\"content\":null,\"reasoning_details\":[{\"type\":\"reasoning.text\",\"text\":\"hm\"}]")]
    public void Reasoning_MovesFirstTokenNotFirstAnswer(string delta)
    {
        var read = Reading.InReads($"data: {{\"choices\":[{{\"delta\":{{{delta}}}}}]}}\n\n", Say("a"), Stop, Done);

        Assert.Equal((1, 1, 2, "hm"), (read.Measurement.Timeline.FirstToken, read.Measurement.Timeline.FirstReasoning, read.Measurement.Timeline.FirstAnswer, read.Measurement.Reasoning));
    }

    [Fact]
    public void ContentAsParts_IsText() =>
        Assert.Equal("ab", Reading.InReads("data: {\"choices\":[{\"delta\":{\"content\":[{\"type\":\"text\",\"text\":\"a\"},{\"type\":\"text\",\"text\":\"b\"}]}}]}\n\n", Stop, Done).Measurement.Answer);

    [Fact]
    public void ToolCalls_AreTokensOfTheAnswer()
    {
        var read = Reading.InReads("data: {\"choices\":[{\"delta\":{\"tool_calls\":[{\"index\":0,\"id\":\"c\",\"function\":{\"name\":\"f\",\"arguments\":\"\"}}]}}]}\n\n", "data: {\"choices\":[{\"delta\":{\"tool_calls\":[{\"index\":0,\"function\":{\"arguments\":\"{}\"}}]}}]}\n\n", Done);

        Assert.Equal([TokenChannel.ToolCall, TokenChannel.ToolCall], read.Measurement.Timeline.Tokens.Select(t => t.Channel));
        Assert.Equal(1, read.Measurement.Timeline.FirstAnswer);
    }

    [Fact]
    public void Refusal_IsFiltered() => Assert.Equal(Outcome.Filtered, Reading.InReads("data: {\"choices\":[{\"delta\":{\"refusal\":\"I cannot\"}}]}\n\n", Stop, Done).Outcome);

    // A second choice was never asked for; its text is nobody's answer.
    [Fact]
    public void OtherChoicesOnly_IsNotDecodable() => Assert.Equal(Outcome.Decode, Reading.InReads("data: {\"choices\":[{\"index\":1,\"delta\":{\"content\":\"a\"}}]}\n\n", Done).Outcome);

    [Theory]
    [InlineData("")]
    [InlineData(" \\n ")]
    public void NoVisibleText_IsEmpty(string text) => Assert.Equal(Outcome.Empty, Reading.InReads(Say(text), Stop, Done).Outcome);

    // The framework's own parser buffers this past 256 MiB.
    [Fact]
    public void EndlessLine_IsBounded()
    {
        var read = Reading.InReads([.. Enumerable.Repeat(new byte[8192], 300)]);

        Assert.Contains("1048576", read.Exceeded, StringComparison.Ordinal);
        Assert.True(read.BytesTaken <= (1 << 20) + 16_384);
    }

    [Fact]
    public void EventsWithoutEnd_AreBounded() => Assert.NotNull(Reading.InReads([.. Enumerable.Repeat("\n\n\n\n\n\n\n\n"u8.ToArray(), 30_000)]).Exceeded);
}
