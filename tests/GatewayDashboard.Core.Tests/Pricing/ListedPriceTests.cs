using System.Text;
using GatewayDashboard.Core.Gateways;
using GatewayDashboard.Core.Pricing;

namespace GatewayDashboard.Core.Tests.Pricing;

public sealed class ListedPriceTests
{
    // One documented row per unit, each worth $0.15 in and $0.60 out per million.
    [Theory]
    [InlineData("groq", """{"data":[{"id":"openai/gpt-oss-120b","pricing":{"prompt":"0.00000015","completion":"0.0000006"}}]}""", "USD per token")]
    [InlineData("openrouter", """{"data":[{"id":"openai/gpt-oss-120b","pricing":{"prompt":"1.5e-7","completion":"6e-7"}}]}""", "USD per token")]
    [InlineData("sambanova", """{"data":[{"id":"gpt-oss-120b","pricing":{"prompt":0.00000015,"completion":0.0000006}}]}""", "USD per token")]
    [InlineData("baseten", """{"data":[{"id":"openai/gpt-oss-120b","pricing":{"prompt":"0.00000015","completion":"0.0000006"}}]}""", "USD per token")]
    [InlineData("together", """[{"id":"openai/gpt-oss-120b","type":"chat","pricing":{"input":0.15,"output":0.6}}]""", "USD per million tokens")]
    [InlineData("aimlapi", """{"data":[{"id":"openai/gpt-oss-120b","type":"chat-completion","pricing":{"units":[{"name":"input","measure":"tokens","price":0.00015,"per":1000},{"name":"output","measure":"tokens","price":0.6,"per":1000000}]}}]}""", "USD per stated number of tokens")]
    public void From_DocumentedList_IsUsdPerMillionWithUnitAndModel(string gatewayId, string json, string unit)
    {
        ModelsListShape shape = GatewayCatalogue.Find(gatewayId)!.Dialect.ModelsList!;
        ModelsList list = ModelsListParser.Parse(shape, Encoding.UTF8.GetBytes(json));

        ModelPrice price = Assert.Single(ListedPrice.From(gatewayId, list.Models, shape.Unit, "list", SamplePrices.Today));

        Assert.Equal((0.15m, 0.6m, unit, "gpt-oss-120b"), (price.Input, price.Output, price.PublishedUnit, price.CanonicalModel));
        Assert.Equal((PriceOrigin.ModelsList, SamplePrices.Today), (price.Origin, price.RetrievedOn));
    }

    [Fact]
    public void From_RowWithoutPrice_IsLeftOut() =>
        Assert.Empty(ListedPrice.From("groq", [new ListedModel { Id = "a" }], PriceUnit.UsdPerToken, "list", SamplePrices.Today));
}
