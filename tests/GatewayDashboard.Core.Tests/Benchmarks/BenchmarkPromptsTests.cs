using GatewayDashboard.Core.Benchmarks;
using Microsoft.ML.Tokenizers;

namespace GatewayDashboard.Core.Tests.Benchmarks;

public sealed class BenchmarkPromptsTests
{
    // The published protocol's prompts are 18 and 203 tokens long.
    [Theory]
    [InlineData(BenchmarkPrompts.ShortText, 18)]
    [InlineData(BenchmarkPrompts.LongText, 203)]
    public void Texts_CountedByO200k_AreAsLongAsThePublishedOnes(string text, int tokens) =>
        Assert.Equal(tokens, TiktokenTokenizer.CreateForEncoding("o200k_base").CountTokens(text));

    [Fact]
    public void LongText_Themes_AreEight() => Assert.Equal(8, BenchmarkPrompts.LongText.Split('\n').Count(line => line.Length > 0 && char.IsAsciiDigit(line[0])));
}
