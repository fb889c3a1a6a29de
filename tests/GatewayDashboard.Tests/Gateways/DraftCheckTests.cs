using GatewayDashboard.Core.Egress;
using GatewayDashboard.Credentials;
using GatewayDashboard.Live;
using Microsoft.Extensions.Configuration;

namespace GatewayDashboard.Tests.Gateways;

public sealed class DraftCheckTests
{
    private static readonly IReadOnlyList<GatewayStatus> s_statuses =
        new ConnectionDirectory(new ConfigurationBuilder().Build(), _ => null, new EgressPolicy(), new ChangeSignal()).Statuses;

    [Theory]
    [InlineData("groq", null, null, "abc", false, "Key", "3 characters")]
    [InlineData("groq", null, null, " ", false, "Key", "empty")]
    [InlineData("groq", null, null, "gsk_0123456789\ngsk_0123456789", false, "Key", "line break")]
    [InlineData("groq", null, null, "gsk_0123456789é", false, "Key", "cannot be sent")]
    [InlineData("ollama", null, null, null, false, "BaseUrl", "every installation")]
    [InlineData("ollama", null, "http://127.0.0.1:11434/v1", null, false, "BaseUrl", "allow")]
    [InlineData("ollama", null, "https://192.168.1.7/v1", null, false, "BaseUrl", "not a public address")]
    [InlineData("ollama", null, "http://169.254.169.254/v1", null, true, "BaseUrl", "never called")]
    [InlineData("groq", null, "https://user:pw@api.groq.com/v1", null, false, "BaseUrl", "name or password")]
    [InlineData("groq", null, "https://api.groq.com/v1#x", null, false, "BaseUrl", "#")]
    [InlineData("groq", null, "https://api.grоq.com/v1", null, false, "BaseUrl", "xn--")]
    [InlineData("", "", "https://api.example.com/v1", null, false, "Name", "1 to 60")]
    [InlineData("", "Groq", "https://api.example.com/v1", null, false, "Name", "already")]
    [InlineData("", "groq!", "https://api.example.com/v1", null, false, "Name", "already")]
    [InlineData("", "日本", "https://api.example.com/v1", null, false, "Name", "letter or digit")]
    public void Problems_BadInput_SaysWhatIsWrongBesideTheField(string id, string? name, string? address, string? key, bool allow, string field, string word) => Assert.Contains(
        word,
        DraftCheck.Problems(new() { Id = id, Name = name, BaseUrl = address, Key = key, AllowAddress = allow }, null, s_statuses)[field],
        StringComparison.OrdinalIgnoreCase);

    [Fact]
    public void Problems_AKeyOfFourKibibytes_IsTooLong() =>
        Assert.Contains("4,096", DraftCheck.Problems(new() { Id = "groq", Key = new string('k', 4096) }, null, s_statuses)["Key"]);

    [Theory]
    [InlineData("x-portkey-provider", "openai", null)]
    [InlineData("", "openai", "letters, digits")]
    [InlineData("bad name", "openai", "letters, digits")]
    [InlineData("x-team", "", "value")]
    [InlineData("x-team", "a\r\nX-Other: b", "cannot be sent")]
    public void Problems_ExtraHeader_MustBeOneThatCanBeSent(string name, string value, string? word)
    {
        var problem = DraftCheck.Problems(new() { Id = "groq", HeaderName = name, HeaderValue = value }, null, s_statuses).GetValueOrDefault("HeaderName");
        Assert.Equal(word is null, problem is null);
        Assert.Contains(word ?? "", problem ?? "");
    }

    [Fact]
    public void Problems_AGoodDraft_HasNone() =>
        Assert.Empty(DraftCheck.Problems(new() { Name = "Lab", BaseUrl = "http://127.0.0.1:8000/v1", AllowAddress = true, Key = "sk-0123456789" }, null, s_statuses));
}
