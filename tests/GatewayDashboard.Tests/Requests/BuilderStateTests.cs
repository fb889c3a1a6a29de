using GatewayDashboard.Components.Requests;
using GatewayDashboard.Core.Pricing;
using GatewayDashboard.Core.Requests;
using GatewayDashboard.Core.Requests.Checks;

namespace GatewayDashboard.Tests.Requests;

public sealed class BuilderStateTests
{
    private readonly BuilderState _state = new(PriceCatalogue.Bundled, RequestDraft.Start("groq", "openai/gpt-oss-120b").With("temperature", 0.5));

    [Fact]
    public void EditJson_OfAGoodBody_DrivesTheDraftAndKeepsTheTextAsTyped()
    {
        _state.EditJson("{ \"model\": \"m\", \"n\": 2 }");

        Assert.Equal(["model", "n"], _state.Draft.Fields);
        Assert.Equal("{ \"model\": \"m\", \"n\": 2 }", _state.Json);
        Assert.Contains(_state.Findings, finding => finding.Field == "n");
    }

    [Fact]
    public void EditJson_OfABrokenBody_KeepsTheLastGoodDraft()
    {
        RequestDraft before = _state.Draft;

        _state.EditJson("{ \"model\": ");

        Assert.Same(before, _state.Draft);
        Assert.NotNull(_state.JsonFault);
    }

    [Fact]
    public void Set_AfterABrokenBody_ShowsTheDraftAgain()
    {
        _state.EditJson("{");

        _state.Set(_state.Draft.With("seed", 1));

        Assert.Null(_state.JsonFault);
        Assert.Contains("\"seed\": 1", _state.Json, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("temperature", "0.70", "0.70")]
    [InlineData("seed", "null", "null")]
    [InlineData("stop", "one", "\"one\"")]
    [InlineData("stop", "[\"a\", \"b\"]", "[\"a\",\"b\"]")]
    [InlineData("tools", "[]", "[]")]
    [InlineData("tool_choice", "auto", "\"auto\"")]
    public void Field_Typed_IsTheValueItLooksLike(string name, string typed, string json)
    {
        (System.Text.Json.Nodes.JsonNode? value, string? error) = ParameterText.Read(ParameterCatalogue.Find(name)!, typed);

        Assert.Null(error);
        Assert.Equal(json, JsonText.Compact(value));
    }

    [Theory]
    [InlineData("temperature", "0,7")]
    [InlineData("temperature", "hot")]
    [InlineData("seed", "1, \"model\": \"x\"")]
    [InlineData("tools", "[")]
    public void Field_TypedWrong_IsAnErrorAndNoValue(string name, string typed) => Assert.NotNull(ParameterText.Read(ParameterCatalogue.Find(name)!, typed).Error);

    [Fact]
    public void PlaygroundAddress_OfADraft_HasItsParametersAndNoText() => Assert.Equal(
        "/playground?p=groq%3Aopenai%2Fgpt-oss-120b&t=0.5&top=-&max=64&seed=7&effort=low&stream=0&json=1",
        PlaygroundAddress.Of(_state.Draft.With("max_completion_tokens", 64).With("seed", 7).With("reasoning_effort", "low")
            .With("response_format", System.Text.Json.Nodes.JsonNode.Parse("""{"type":"json_object"}""")).WithMessages([DraftMessage.Of("user", "secret")])));

    [Fact]
    public void Findings_OfAPromptLongerThanTheContext_HoldTheSumWithItsSource()
    {
        _state.Set(_state.Draft.WithMessages([DraftMessage.Of("user", string.Concat(Enumerable.Repeat("word ", 160_000)))]));

        Assert.Contains(_state.Findings, finding => finding is { Level: FindingLevel.Error, Field: "messages", Source: not null });
    }
}
