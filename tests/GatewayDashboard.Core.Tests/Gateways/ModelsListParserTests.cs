using System.Text;
using GatewayDashboard.Core.Completions;
using GatewayDashboard.Core.Gateways;

namespace GatewayDashboard.Core.Tests.Gateways;

public sealed class ModelsListParserTests
{
    // One row per documented layout: object or array root, string or number prices, per token, per million, per unit.
    [Theory]
    [InlineData("openrouter", """{"data":[{"id":"m","name":"M","context_length":131072,"pricing":{"prompt":"0.00000005","completion":"0.00000008","input_cache_read":"0.000000025"},"top_provider":{"max_completion_tokens":16384}}],"links":{},"total_count":1}""", 0.05, 0.08, 0.025, 131072)]
    [InlineData("aimlapi", """{"object":"list","data":[{"id":"m","aliases":["n"],"type":"openai/chat-completions","info":{"name":"M","contextLength":131000},"pricing":{"units":[{"name":"input","measure":"tokens","price":0.48139,"per":1000000},{"name":"output","measure":"tokens","price":0.00130663,"per":1000},{"name":"cached_input","measure":"tokens","price":0.00000048139,"per":1}]}}]}""", 0.48139, 1.30663, 0.48139, 131000)]
    [InlineData("together", """[{"id":"m","type":"chat","context_length":131072,"pricing":{"input":0.15,"output":0.6,"cached_input":0.07,"hourly":0}}]""", 0.15, 0.6, 0.07, 131072)]
    [InlineData("groq", """{"object":"list","data":[{"id":"m","object":"model","created":1,"owned_by":"o","context_window":131072,"pricing":{"prompt":"1.5E-7","completion":"6E-7","input_cache_read":"0.000000075"}}]}""", 0.15, 0.6, 0.075, 131072)]
    [InlineData("sambanova", """{"data":[{"id":"m","context_length":128000,"pricing":{"prompt":2.2e-7,"completion":0.00000059}}]}""", 0.22, 0.59, null, 128000)]
    [InlineData("baseten", """{"data":[{"id":"m","context_length":128072,"pricing":{"prompt":"0.0000001","completion":"0.0000005","input_cache_read":"0.0000001"}}]}""", 0.1, 0.5, 0.1, 128072)]
    [InlineData("litellm", """{"data":[{"model_name":"m","model_info":{"max_input_tokens":8192,"input_cost_per_token":1.5e-7,"output_cost_per_token":6e-7}}]}""", 0.15, 0.6, null, 8192)]
    [InlineData("vllm", """{"object":"list","data":[{"id":"m","max_model_len":32768}]}""", null, null, null, 32768)]
    [InlineData("llamacpp", """{"data":[{"id":"m","meta":{"n_ctx_train":4096}}]}""", null, null, null, 4096)]
    [InlineData("llamacpp", """{"data":[{"id":"m","meta":null}]}""", null, null, null, null)]
    [InlineData("ollama", """{"object":"list","data":[{"id":"m","object":"model"}]}""", null, null, null, null)]
    public void Parse_DocumentedLayout_ReadsUsdPerMillion(string gateway, string json, double? input, double? output, double? cached, int? context)
    {
        ListedModel model = Assert.Single(Parse(gateway, json).Models);
        Assert.Equal("m", model.Id);
        Assert.Equal(((decimal?)input, (decimal?)output, (decimal?)cached, context), (model.Input, model.Output, model.CachedInput, model.ContextLength));
    }

    [Theory]
    [InlineData("")]
    [InlineData("   \n")]
    [InlineData("<!doctype html><title>Sign in</title>")]
    [InlineData("not json")]
    [InlineData("""{"data":{}}""")]
    [InlineData("""{"models":[]}""")]
    [InlineData("null")]
    [InlineData("42")]
    [InlineData("""{"data":[1,"two",null,[]]}""")]
    [InlineData("""{"data":[{"id":7},{"name":"x"},{"id":""}]}""")]
    [InlineData("""{"data":[{"id":"m"}""")]
    public void Parse_NotAModelsList_IsAFaultWithoutModels(string body)
    {
        ModelsList list = Parse("groq", body);
        Assert.Equal(Outcome.Decode, list.Outcome);
        Assert.Empty(list.Models);
        Assert.NotEmpty(list.Fault!.Message);
    }

    [Fact]
    public void Parse_DeeplyNested_IsAFault() =>
        Assert.Equal(Outcome.Decode, Parse("groq", new string('[', 100_000)).Outcome);

    [Fact]
    public void Parse_InvalidUtf8InAnId_IsAFault()
    {
        byte[] body = [.. """{"data":[{"id":" """u8, 0xFF, .. "\"}]}"u8];
        Assert.Equal(Outcome.Decode, ModelsListParser.Parse(new ModelsListShape(), body).Outcome);
    }

    [Fact]
    public void Parse_EmptyArray_IsAnEmptyListAndNoFault()
    {
        ModelsList list = Parse("groq", """{"data":[]}""");
        Assert.Equal(Outcome.Ok, list.Outcome);
        Assert.Empty(list.Models);
    }

    [Fact]
    public void Parse_WrongTypesInOptionalFields_AreUnknown()
    {
        ListedModel model = Assert.Single(Parse("openrouter", """{"data":[{"id":"m","name":[],"context_length":"long","pricing":{"prompt":{},"completion":"free"}}]}""").Models);
        Assert.Equal((null, null, null, null), (model.Name, model.ContextLength, model.Input, model.Output));
    }

    // OpenRouter's automatic router states -1: the price depends on where it sends the call.
    [Theory]
    [InlineData("-1")]
    [InlineData("79228162514264337593543950335")]
    [InlineData("1e400")]
    [InlineData("NaN")]
    public void Parse_PriceThatCannotBeOne_IsUnknownNotFree(string price) =>
        Assert.Null(Assert.Single(Parse("openrouter", """{"data":[{"id":"m","pricing":{"prompt":"PRICE"}}]}""".Replace("PRICE", price, StringComparison.Ordinal)).Models).Input);

    [Fact]
    public void Parse_RepeatedId_KeepsTheFirstAndCountsTheRest()
    {
        ModelsList list = Parse("groq", """{"data":[{"id":"m","context_window":1},{"id":"m","context_window":2},{"id":null}]}""");
        Assert.Equal(1, Assert.Single(list.Models).ContextLength);
        Assert.Equal(2, list.Skipped);
    }

    [Fact]
    public void Parse_InactiveRow_IsLeftOut() =>
        Assert.Equal("b", Assert.Single(Parse("groq", """{"data":[{"id":"a","active":false},{"id":"b","active":true}]}""").Models).Id);

    [Fact]
    public void Parse_AnotherKindOfModel_IsNotChat() =>
        Assert.Equal([true, false], Parse("together", """[{"id":"a","type":"chat"},{"id":"b","type":"image"}]""").Models.Select(model => model.IsChat));

    [Fact]
    public void PerMillion_CentsPerToken_IsTenThousandTimes() =>
        Assert.Equal(0.15m, ListedModelReader.PerMillion(0.000015m, PriceUnit.CentsPerToken));

    private static ModelsList Parse(string gateway, string json) =>
        ModelsListParser.Parse(GatewayCatalogue.Find(gateway)!.Dialect.ModelsList!, Encoding.UTF8.GetBytes(json));
}
