using System.Globalization;
using System.Text.Json;
using GatewayDashboard.Core.Pricing;

namespace GatewayDashboard.Core.Tests.Pricing;

public sealed class PriceReaderTests
{
    private static PublishedPrice? Read(PriceShape shape, string json)
    {
        using var item = JsonDocument.Parse(json);
        return PriceReader.Read(shape, item.RootElement);
    }

    [Fact]
    public void Read_OpenRouterStringsPerToken_AreTimesAMillion()
    {
        PublishedPrice price = Read(PriceShape.UsdPerToken, """{"id":"a","pricing":{"prompt":"0.00000013","completion":"4e-7","input_cache_read":"0.000000025","request":"0","image":"0.001"}}""")!;

        Assert.Equal((0.13m, 0.4m, 0.025m), (price.Input, price.Output, price.CachedInput));
        Assert.Equal((null, 0.001m), (price.PerRequest, price.PerImage));
    }

    [Fact]
    public void Read_SambaNovaNumbersPerToken_AreTimesAMillion() =>
        Assert.Equal(0.22m, Read(PriceShape.UsdPerToken, """{"pricing":{"prompt":0.00000022,"completion":5.9e-7}}""")!.Input);

    [Fact]
    public void Read_TogetherPerMillion_IsTakenAsItIs()
    {
        PublishedPrice price = Read(PriceShape.UsdPerMillion, """{"pricing":{"hourly":0,"input":0.88,"output":0.88,"cached_input":0.2}}""")!;

        Assert.Equal((0.88m, 0.88m, 0.2m), (price.Input, price.Output, price.CachedInput));
    }

    [Fact]
    public void Read_AimlapiUnits_FollowTheirOwnPer()
    {
        PublishedPrice price = Read(PriceShape.Units, """
            {"pricing":{"units":[
              {"name":"Input tokens","measure":"tokens","price":0.48139,"per":1000000},
              {"name":"Output tokens","measure":"token","price":"0.00130663","per":1000},
              {"name":"Cached input tokens","measure":"tokens","price":0.1,"per":1000000},
              {"name":"Image","measure":"image","price":0.04,"per":1}]}}
            """)!;

        Assert.Equal((0.48139m, 1.30663m, 0.1m), (price.Input, price.Output, price.CachedInput));
    }

    [Fact]
    public void Read_LiteLlmModelInfo_IsPerToken() =>
        Assert.Equal(2.5m, Read(PriceShape.LiteLlm, """{"model_name":"x","model_info":{"input_cost_per_token":2.5e-06,"output_cost_per_token":1e-05}}""")!.Input);

    [Fact]
    public void Read_PortkeyFile_IsCentsPerToken() =>
        // 0.000013 cents a token is $0.13 a million
        Assert.Equal(0.13m, Read(PriceShape.CentsPerToken, """{"pricing_config":{"pay_as_you_go":{"request_token":{"price":0.000013},"response_token":{"price":0.00004}}}}""")!.Input);

    [Theory]
    [InlineData("""{"id":"a"}""")]
    [InlineData("""{"pricing":null}""")]
    [InlineData("""{"pricing":"free"}""")]
    [InlineData("""{"pricing":{"prompt":"-1","completion":"NaN"}}""")] // OpenRouter writes -1 for its router models
    [InlineData("""{"pricing":{"prompt":"1,5","completion":[]}}""")]
    [InlineData("""{"pricing":{"prompt":"1e9","completion":"Infinity"}}""")]
    [InlineData("[]")]
    public void Read_NothingUsable_IsUnknownNotZero(string json) => Assert.Null(Read(PriceShape.UsdPerToken, json));

    [Fact]
    public void Read_PerMillionReadAsPerToken_IsRefusedAsImplausible() =>
        // $0.88 a token would be $880,000 a million
        Assert.Null(Read(PriceShape.UsdPerToken, """{"pricing":{"prompt":0.88,"completion":0.88}}"""));

    [Fact]
    public void Read_FreeModel_IsZeroNotUnknown() =>
        Assert.Equal(0m, Read(PriceShape.UsdPerToken, """{"pricing":{"prompt":"0","completion":"0"}}""")!.Input);

    [Fact]
    public void Read_InACultureWithDecimalCommas_GivesTheSame()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
            Assert.Equal(0.13m, Read(PriceShape.UsdPerToken, """{"pricing":{"prompt":"0.00000013","completion":"0"}}""")!.Input);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData("openrouter", PriceShape.UsdPerToken)]
    [InlineData("groq", PriceShape.UsdPerToken)]
    [InlineData("sambanova", PriceShape.UsdPerToken)]
    [InlineData("baseten", PriceShape.UsdPerToken)]
    [InlineData("together", PriceShape.UsdPerMillion)]
    [InlineData("aimlapi", PriceShape.Units)]
    [InlineData("litellm", PriceShape.LiteLlm)]
    [InlineData("ollama", PriceShape.None)]
    public void ShapeOf_Gateway_IsItsDocumentedOne(string gatewayId, PriceShape expected) =>
        Assert.Equal(expected, PriceReader.ShapeOf(gatewayId));
}
