using GatewayDashboard.Core.Gateways;

namespace GatewayDashboard.Core.Tests.Gateways;

public sealed class GatewayCatalogueTests
{
    [Fact]
    public void All_TheCatalogue_HasEveryGatewayInOrder() => Assert.Equal(
        ["openrouter", "aimlapi", "together", "groq", "sambanova", "baseten", "portkey", "portkey-oss", "kong", "litellm", "vllm", "ollama", "llamacpp", "custom", "gantry"],
        GatewayCatalogue.All.Select(gateway => gateway.Id));

    [Fact]
    public void All_HostedGateways_HaveAnHttpsAddressAndAKeyVariable() => Assert.All(GatewayCatalogue.Hosted, gateway =>
    {
        Assert.Equal("https", gateway.BaseUrl!.Scheme);
        Assert.EndsWith("_API_KEY", gateway.KeyVariable);
    });

    // A key from the environment goes to the vendor's origin only, so a gateway without one must not name a variable.
    [Fact]
    public void All_SelfHostedGateways_HaveNeitherAddressNorKeyVariable() => Assert.All(
        GatewayCatalogue.All.Where(gateway => gateway.BaseUrl is null), gateway => Assert.Null(gateway.KeyVariable));

    [Fact]
    public void Find_OtherCase_FindsTheGateway() => Assert.Equal("Groq", GatewayCatalogue.Find("GROQ")!.Name);

    [Fact]
    public void Find_UnknownId_IsNull() => Assert.Null(GatewayCatalogue.Find("nobody"));

    [Fact]
    public void Find_Gantry_SaysWhyItCannotBeCalledAndWhereThatWasRead()
    {
        Gateway gantry = GatewayCatalogue.Find("gantry")!;
        Assert.Equal(GatewayKind.NotCallable, gantry.Kind);
        Assert.Contains("docs.gantry.io", gantry.NotCallable!.Source);
    }

    [Theory]
    [InlineData("portkey", "x-portkey-api-key", null)]
    [InlineData("kong", "apikey", null)]
    [InlineData("groq", "Authorization", "Bearer")]
    public void Find_KeyHeader_IsTheDialects(string id, string header, string? scheme)
    {
        GatewayDialect dialect = GatewayCatalogue.Find(id)!.Dialect;
        Assert.Equal((header, scheme), (dialect.KeyHeader, dialect.KeyScheme));
    }
}
