using GatewayDashboard.Core.Gateways;

namespace GatewayDashboard.Core.Tests.Gateways;

public sealed class GatewayAddressTests
{
    [Theory]
    [InlineData("https://api.groq.com/openai/v1", "https://api.groq.com/openai/v1")]
    [InlineData(" https://API.groq.com/openai/v1/ ", "https://api.groq.com/openai/v1")]
    [InlineData("http://localhost:11434/v1", "http://localhost:11434/v1")]
    [InlineData("http://[::1]:8080/v1", "http://[::1]:8080/v1")]
    [InlineData("https://example.com:443", "https://example.com/")]
    [InlineData("http://10.0.0.7:65535/v1", "http://10.0.0.7:65535/v1")]
    public void Read_AnAddress_IsTidied(string entered, string address) => Assert.Equal(address, GatewayAddress.Read(entered).Address!.AbsoluteUri);

    [Theory]
    [InlineData("", "empty")]
    [InlineData("api.groq.com/v1", "full one")]
    [InlineData("//api.groq.com", "full one")]
    [InlineData("ftp://api.groq.com", "full one")]
    [InlineData("file:///etc/passwd", "full one")]
    [InlineData("javascript:alert(1)", "full one")]
    [InlineData("https://", "full one")]
    [InlineData("https://user:secret@api.groq.com/v1", "name or password")]
    [InlineData("https://api.groq.com@evil.example/v1", "name or password")]
    [InlineData("https://api.groq.com/v1#key", "#")]
    [InlineData("https://api.groq.com/v1#", "#")]
    [InlineData("https://api.groq.com/v1?key=1", "query")]
    [InlineData("https://api.groq.com/v1?", "query")]
    [InlineData("https://api.groq.com:0/v1", "Port 0")]
    [InlineData("https://api.groq.com:99999/v1", "full one")]
    [InlineData("https://api.groq.com\\@evil.example", "backslash")]
    [InlineData("https://api.groq.com/v1\r\nX: y", "control")]
    // Cyrillic о, and the same in its ASCII spelling.
    [InlineData("https://api.grоq.com/v1", "xn--")]
    [InlineData("https://api.xn--grq-kdd.com/v1", "xn--")]
    public void Read_NotAnAddress_SaysWhatIsWrong(string entered, string word)
    {
        (Uri? address, string? problem) = GatewayAddress.Read(entered);
        Assert.Null(address);
        Assert.Contains(word, problem);
    }
}
