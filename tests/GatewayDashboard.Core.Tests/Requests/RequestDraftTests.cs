using System.Text;
using System.Text.Json.Nodes;
using GatewayDashboard.Core.Requests;

namespace GatewayDashboard.Core.Tests.Requests;

public sealed class RequestDraftTests
{
    private static readonly RequestDraft s_draft = RequestDraft.Start("groq", "m");

    [Fact]
    public void With_AField_LeavesTheOldDraftAsItWas()
    {
        RequestDraft changed = s_draft.With("temperature", 0.2);

        Assert.False(s_draft.Has("temperature"));
        Assert.True(changed.Has("temperature"));
    }

    [Fact]
    public void Start_AFirstRequest_SendsOnlyModelAndMessages() => Assert.Equal(["model", "messages"], s_draft.Fields);

    [Fact]
    public void Preview_OfADraft_SendsTheDraftsBodyAndNothingElse()
    {
        RequestDraft draft = s_draft.With("stream", true).With("own", JsonNode.Parse("""{"a":[1,2.50,null]}""")).WithMessages([DraftMessage.Of("user", NastyTexts.Together)]);

        RequestPreview preview = RequestPreview.From(draft);

        Assert.True(JsonNode.DeepEquals(draft.Body, JsonNode.Parse(Encoding.UTF8.GetString(preview.Sent.Span))));
    }

    [Fact]
    public void Preview_OfAKeyHeaderOfItsOwn_NamesTheVariable()
    {
        RequestPreview preview = RequestPreview.From(RequestDraft.Start("portkey", "m"));

        Assert.Equal(new RequestHeader("x-portkey-api-key", "", "PORTKEY_API_KEY"), preview.Headers[0]);
    }

    [Fact]
    public void Preview_OfEmbeddings_GoesToTheirAddress() => Assert.Equal(
        "https://api.together.ai/v1/embeddings",
        RequestPreview.From(RequestDraft.Start("together", "m", RequestEndpoint.Embeddings)).Url.AbsoluteUri);

    [Fact]
    public void Message_TextBesideImagesAndUnknownParts_ChangesAlone()
    {
        JsonNode raw = JsonNode.Parse("""{"role":"user","name":"ann","content":[{"type":"input_audio","x":1},{"type":"text","text":"old"},{"type":"image_url","image_url":{"url":"https://i.test"}}]}""")!;

        DraftMessage changed = DraftMessage.Read(raw).WithText("new");

        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(raw.ToJsonString().Replace("old", "new", StringComparison.Ordinal)), changed.ToJson()));
    }

    [Fact]
    public void Message_LastImageTakenAway_IsPlainTextAgain()
    {
        DraftMessage plain = DraftMessage.Of("user", "hi");

        DraftMessage back = plain.WithImages([new DraftImage("https://i.test", "low")]).WithImages([]);

        Assert.Equal(plain.ToJson().ToJsonString(), back.ToJson().ToJsonString());
    }

    [Theory]
    [InlineData("{\n  \"a\": 1,\n  \"b\": é\n}", 3, 8)]
    [InlineData("{\n  \"é\" 1\n}", 2, 7)]
    [InlineData("[1]", 1, 1)]
    [InlineData("", 1, 1)]
    public void Json_ThatIsNotABody_SaysWhere(string text, int line, int column)
    {
        BodyReading reading = DraftJson.Read(text);

        Assert.NotNull(reading.Error);
        Assert.Equal((line, column), (reading.Line, reading.Column));
    }

    [Theory]
    [InlineData("""{"a":1,"a":2}""")]
    [InlineData("""{"a":"\ud800"}""")]
    public void Json_NoGatewayCouldTake_IsAnError(string text) => Assert.NotNull(DraftJson.Read(text).Error);

    [Fact]
    public void Json_NumbersAndEmoji_StayAsTheyWereTyped() => Assert.Equal(
        "{\n  \"t\": 0.70,\n  \"s\": 12345678901234567890,\n  \"x\": \"🙂 é\\u2028\",\n  \"l\": [1, 2]\n}",
        JsonText.Indented(DraftJson.Read("{\"t\":0.70,\"s\":12345678901234567890,\"x\":\"🙂 é\u2028\",\"l\":[1,2]}").Body));

    [Fact]
    public void Link_OfADraft_HoldsNumbersAndNoText()
    {
        RequestDraft draft = s_draft.With("temperature", JsonNode.Parse("0.70")).With("stop", "secret word").With("user", "secret word").With("reasoning_effort", "low")
            .WithMessages([DraftMessage.Of("user", "secret word")]) with { Headers = [new RequestHeader("X-A", "secret word")] };

        string link = string.Join('&', DraftLink.Write(draft).Select(pair => $"{pair.Key}={pair.Value}"));

        Assert.Equal("gateway=groq&model=m&temperature=0.70&reasoning_effort=low", link);
    }

    [Fact]
    public void Link_WithNonsense_IsReadAsFarAsItGoes()
    {
        (RequestDraft draft, IReadOnlyList<string> ignored) = DraftLink.Read(s_draft, [new("gateway", "groq"), new("model", "x"), new("temperature", "1}, \"a\": {"), new("seed", "7"), new("stream", "yes")]);

        Assert.Equal(["temperature", "stream"], ignored);
        Assert.Equal(("x", "7"), (draft.Model, draft.Field("seed")!.ToJsonString()));
    }

    [Fact]
    public void Adaptation_ToAnotherGateway_SaysEveryChange()
    {
        RequestDraft draft = RequestDraft.Start("openrouter", "openai/gpt-oss-120b").With("logprobs", true).With("top_logprobs", 3).With("max_completion_tokens", 64)
            .WithMessages([DraftMessage.Of("user", "hi")]);

        GatewayAdaptation there = GatewayAdaptation.To(draft, "sambanova");
        GatewayAdaptation groq = GatewayAdaptation.To(draft, "groq");

        Assert.Equal("gpt-oss-120b", there.Draft.Model);
        Assert.Equal(["model", "messages", "max_completion_tokens"], groq.Draft.Fields);
        Assert.All(groq.Changes, change => Assert.NotNull(change.AsOf));
        Assert.DoesNotContain(groq.Open, finding => finding.Level == Core.Requests.Checks.FindingLevel.Error);
    }

    [Fact]
    public void Diff_OfTwoTexts_ShowsOnlyWhatDiffers() => Assert.Equal(
        [new DiffLine(DiffKind.Same, "a"), new DiffLine(DiffKind.Removed, "b"), new DiffLine(DiffKind.Added, "x"), new DiffLine(DiffKind.Same, "c"), new DiffLine(DiffKind.Added, "d"), new DiffLine(DiffKind.Same, "e")],
        LineDiff.Compare("a\nb\nc\ne", "a\nx\nc\nd\ne"));
}
