using GatewayDashboard.Core.Secrets;

namespace GatewayDashboard.Core.Tests.Secrets;

public sealed class KeyTextTests
{
    [Theory]
    [InlineData(null, "empty")]
    [InlineData("   ", "empty")]
    [InlineData("abc", "3 characters")]
    [InlineData("sk-12345\nsk-67890", "line break")]
    [InlineData("Bearer sk-1234567890", "space")]
    [InlineData("sk-1234567890é", "number 14")]
    [InlineData("sk-12345\u200B67890", "number 9")]
    [InlineData("sk-12345\0", "number 9")]
    public void Problem_NotAKey_SaysWhatIsWrong(string? text, string word) => Assert.Contains(word, KeyText.Problem(text));

    [Fact]
    public void Problem_FourKibibytes_IsTooLong() => Assert.Contains("4,096", KeyText.Problem(new string('k', 4096)));

    [Theory]
    [InlineData("gsk_abcdefghijklmnop")]
    [InlineData(" sk-or-v1-0123456789 \n")]
    [InlineData("6f9619ff-8b86-d011-b42d-00c04fc964ff")]
    public void Problem_AKey_IsNull(string text) => Assert.Null(KeyText.Problem(text));
}
