using Microsoft.ML.Tokenizers;

namespace GatewayDashboard.Core.Pricing;

/// <summary>Counts the tokens of a text with one named tokenizer: a yardstick, not what each model bills.</summary>
public static class TokenCounter
{
    private static readonly Lazy<TiktokenTokenizer> O200k = new(() => TiktokenTokenizer.CreateForEncoding("o200k_base"));

    /// <summary>The tokenizer's name, to stand beside every figure that comes from it.</summary>
    public const string Tokenizer = "o200k_base";

    /// <summary>How far other models' counts commonly lie from this one's, as a share.</summary>
    public const decimal Uncertainty = 0.15m;

    /// <summary>The number of tokens in a text; 0 for an empty one. The chat template's own tokens are not in it.</summary>
    public static int Count(string text) => O200k.Value.CountTokens(text);
}
