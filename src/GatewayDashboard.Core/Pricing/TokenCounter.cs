using Microsoft.ML.Tokenizers;

namespace GatewayDashboard.Core.Pricing;

/// <summary>Counts the tokens of a text with one named tokenizer: a yardstick, not what each model bills.</summary>
public static class TokenCounter
{
    // A word takes the tokenizer time that grows with the square of its length: one of 100 kB would hold a processor for minutes. Cut here, it costs a token at most.
    private const int LongestWord = 512;

    private static readonly Lazy<TiktokenTokenizer> O200k = new(() => TiktokenTokenizer.CreateForEncoding("o200k_base"));

    /// <summary>The tokenizer's name, to stand beside every figure that comes from it.</summary>
    public const string Tokenizer = "o200k_base";

    /// <summary>How far other models' counts commonly lie from this one's, as a share.</summary>
    public const decimal Uncertainty = 0.15m;

    /// <summary>The number of tokens in a text; 0 for an empty one. The chat template's own tokens are not in it.</summary>
    public static int Count(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        int total = 0;
        int from = 0;
        int run = 0;
        for (int at = 0; at < text.Length; at++)
        {
            run = at > from && char.IsWhiteSpace(text[at]) == char.IsWhiteSpace(text[at - 1]) ? run + 1 : 1;
            if (run >= LongestWord && !char.IsHighSurrogate(text[at]))
            {
                total += O200k.Value.CountTokens(text.AsSpan(from, at + 1 - from));
                from = at + 1;
            }
        }

        return total + O200k.Value.CountTokens(text.AsSpan(from));
    }
}
