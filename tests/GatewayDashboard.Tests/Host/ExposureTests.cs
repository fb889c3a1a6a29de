using GatewayDashboard.Hosting;

namespace GatewayDashboard.Tests.Host;

public sealed class ExposureTests
{
    [Theory]
    [InlineData("http://localhost:5210")]
    [InlineData("http://127.0.0.1:0")]
    [InlineData("http://[::1]:5210")]
    [InlineData("https://LOCALHOST:5210")]
    public void Address_OnLoopback_IsTaken(string url) => Exposure.Check(url);

    [Theory]
    [InlineData("http://0.0.0.0:5210")]
    [InlineData("http://*:5210")]
    [InlineData("http://+:5210")]
    [InlineData("http://[::]:5210")]
    [InlineData("http://192.168.1.5:5210")]
    [InlineData("http://localhost.example:5210")]
    public void Address_BeyondLoopback_IsRefusedWithTheLineThatFixesIt(string url)
    {
        var refusal = Assert.Throws<StartRefusal>(() => Exposure.Check(url));

        Assert.Contains("--urls http://localhost:5210", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Address_ThatIsNone_IsRefusedWithAnExample()
    {
        var refusal = Assert.Throws<StartRefusal>(() => Exposure.Check("5210"));

        Assert.Contains("--urls http://localhost:5210", refusal.Message, StringComparison.Ordinal);
    }
}
