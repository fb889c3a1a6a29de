using Microsoft.ML.Tokenizers;

namespace GatewayDashboard.Core.Measurement;

/// <summary>The yardstick for text of different vendors: one tokenizer (o200k_base) for all.</summary>
public static class CommonTokenizer
{
    private static readonly Lazy<TiktokenTokenizer> Tokenizer = new(() => TiktokenTokenizer.CreateForEncoding("o200k_base"));

    /// <summary>Tokens of a text. The first call loads the vocabulary, about half a second: never on a timed path.</summary>
    public static int Count(string text) => string.IsNullOrEmpty(text) ? 0 : Tokenizer.Value.CountTokens(text);

    /// <summary>The measurement with its visible text counted; for after the call, when no stamp can suffer. Unchanged where there was no text.</summary>
    public static CallMeasurement WithNormalisedTokens(this CallMeasurement measurement)
    {
        ArgumentNullException.ThrowIfNull(measurement);
        return measurement.Answer.Length + measurement.Reasoning.Length == 0
            ? measurement
            : measurement with { NormalisedOutput = Count(measurement.Reasoning) + Count(measurement.Answer) };
    }
}
