using System.Text.Json.Nodes;
using GatewayDashboard.Core.Gateways;
using GatewayDashboard.Core.Requests;
using GatewayDashboard.Core.Requests.Checks;

namespace GatewayDashboard.Core.Tests.Requests;

public sealed class RequestChecksTests
{
    private static RequestDraft Draft(string gateway, string fields = "{}")
    {
        RequestDraft draft = RequestDraft.Start(gateway, "m").WithMessages([DraftMessage.Of("user", "hi")]);
        foreach ((string name, JsonNode? value) in (JsonObject)JsonNode.Parse(fields)!)
        {
            draft = draft.With(name, value);
        }

        return draft;
    }

    [Fact]
    public void Check_APlainRequest_FindsNothing() =>
        Assert.All(GatewayCatalogue.Hosted, gateway => Assert.Empty(RequestChecks.Check(Draft(gateway.Id))));

    [Theory]
    [InlineData("groq", """{"logprobs":true}""", FindingLevel.Error, "logprobs")]
    [InlineData("groq", """{"n":2}""", FindingLevel.Error, "n")]
    [InlineData("groq", """{"frequency_penalty":1}""", FindingLevel.Warning, "frequency_penalty")]
    [InlineData("groq", """{"messages":[{"role":"user","content":"x","name":"ann"}]}""", FindingLevel.Error, "messages[].name")]
    [InlineData("aimlapi", """{"seed":0}""", FindingLevel.Error, "seed")]
    [InlineData("together", """{"logprobs":true}""", FindingLevel.Error, "logprobs")]
    [InlineData("together", """{"tools":[{"type":"function","function":{"name":"get-weather"}}]}""", FindingLevel.Error, "tools[].function.name")]
    [InlineData("sambanova", """{"response_format":{"type":"text"}}""", FindingLevel.Error, "response_format")]
    [InlineData("sambanova", """{"messages":[{"role":"user","content":[{"type":"image_url","image_url":{"url":"https://i.test/a.png"}}]}]}""", FindingLevel.Error, "messages[].content[].image_url.url")]
    [InlineData("openrouter", """{"response_format":{"type":"json_schema","json_schema":{"name":"a","strict":true,"schema":{"type":"object","properties":{},"additionalProperties":false}}}}""", FindingLevel.Warning, "response_format.json_schema.strict")]
    public void Check_WhatAGatewayIsKnownFor_IsToldWithSourceAndDate(string gateway, string fields, FindingLevel level, string field)
    {
        RequestFinding finding = Assert.Single(RequestChecks.Check(Draft(gateway, fields)), finding => finding.Field == field);

        Assert.Equal(level, finding.Level);
        Assert.NotNull(finding.Source);
        Assert.NotNull(finding.AsOf);
    }

    [Theory]
    [InlineData("""{"temperature":2.1}""", "temperature")]
    [InlineData("""{"temperature":"hot"}""", "temperature")]
    [InlineData("""{"seed":1.5}""", "seed")]
    [InlineData("""{"top_logprobs":2}""", "top_logprobs")]
    [InlineData("""{"stream_options":{"include_usage":true}}""", "stream_options")]
    [InlineData("""{"max_tokens":5,"max_completion_tokens":5}""", "max_tokens")]
    [InlineData("""{"tool_choice":"auto"}""", "tool_choice")]
    [InlineData("""{"stop":["a","b","c","d","e"]}""", "stop")]
    [InlineData("""{"reasoning_effort":"enormous"}""", "reasoning_effort")]
    [InlineData("""{"messages":[]}""", "messages")]
    [InlineData("""{"messages":[{"role":"tool","content":"x","tool_call_id":"c1"}]}""", "messages[0]")]
    [InlineData("""{"messages":[{"role":"robot","content":"x"}]}""", "messages[0]")]
    [InlineData("""{"response_format":{"type":"json_schema"}}""", "response_format.json_schema")]
    public void Check_ARequestThatCannotBeRight_IsAnErrorAtItsField(string fields, string field) =>
        Assert.Contains(RequestChecks.Check(Draft("vllm", fields)), finding => finding.Level == FindingLevel.Error && finding.Field == field);

    [Fact]
    public void Check_ARetiredModel_IsAnErrorWithItsDate()
    {
        KnownOffer retired = OfferCatalogue.All.First(known => known.State == Core.Pricing.OfferState.Retired);

        RequestFinding finding = RequestChecks.Check(Draft(retired.Offer.GatewayId).With("model", retired.Offer.ModelId))[0];

        Assert.Equal((FindingLevel.Error, "model", (DateOnly?)retired.AsOf), (finding.Level, finding.Field, finding.AsOf));
    }

    [Theory]
    [InlineData("groq", """{"logprobs":true,"top_logprobs":2,"n":3,"store":true,"messages":[{"role":"user","content":"x","name":"ann"}]}""")]
    [InlineData("aimlapi", """{"seed":0,"top_p":0,"min_p":0}""")]
    [InlineData("sambanova", """{"response_format":{"type":"text"},"max_tokens":1,"max_completion_tokens":1,"stream_options":{}}""")]
    [InlineData("vllm", """{"response_format":{"type":"json_schema","json_schema":{"name":"a","strict":true,"schema":{"type":"object","properties":{"b":{"type":"object","properties":{"c":{"type":"string"}}}}}}}}""")]
    public void Fix_OfEveryError_SettlesIt(string gateway, string fields)
    {
        RequestDraft draft = Draft(gateway, fields);
        for (int round = 0; round < 10 && RequestChecks.Check(draft).FirstOrDefault(finding => finding.Level == FindingLevel.Error) is { } error; round++)
        {
            draft = error.Fix!.Apply(draft);
        }

        Assert.DoesNotContain(RequestChecks.Check(draft), finding => finding.Level == FindingLevel.Error);
    }

    [Fact]
    public void Check_EmbeddingsOfNothing_IsAnError()
    {
        RequestDraft nothing = RequestDraft.Start("together", "m", RequestEndpoint.Embeddings);

        Assert.Equal("input", Assert.Single(RequestChecks.Check(nothing)).Field);
        Assert.Empty(RequestChecks.Check(nothing.With("input", "hello")));
    }

    [Fact]
    public void Check_AKeyTypedIntoAHeader_IsAnError() => Assert.Contains(
        RequestChecks.Check(Draft("groq") with { Headers = [new RequestHeader("X-Api-Key", "abc")] }),
        finding => finding is { Level: FindingLevel.Error, Field: "headers" });

    [Fact]
    public void Rules_OfTheData_NameGatewaysThatExist() => Assert.All(
        GatewayCatalogue.All.Where(gateway => gateway.Kind != GatewayKind.NotCallable).SelectMany(gateway => GatewayRules.For(gateway.Id)),
        rule => Assert.True(rule.AsOf > new DateOnly(2026, 1, 1) && rule.Source.Length > 0 && GatewayCatalogue.Find(rule.Gateway) is not null));

    [Fact]
    public void SchemaFromSample_OfNestedJson_IsStrict() => Assert.True(JsonNode.DeepEquals(
        JsonNode.Parse("""{"type":"object","properties":{"n":{"type":"integer"},"l":{"type":"array","items":{"type":"string"}}},"required":["n","l"],"additionalProperties":false}"""),
        SchemaFromSample.Infer(JsonNode.Parse("""{"n":1,"l":["a"]}"""))));
}
