using System.Globalization;

namespace GatewayDashboard.Core.Benchmarks;

/// <summary>Says a verdict in words.</summary>
internal static class VerdictWords
{
    /// <summary>One clause without a full stop.</summary>
    public static string Write(PairComparison pair, Func<string, string> name)
    {
        var (first, second) = (name(pair.Faster), name(pair.Slower));
        var words = pair.Verdict switch
        {
            Verdict.Faster => $"{first} is {Ratio(pair.Ratio!.Value)}× faster than {second} ({Range(pair)})",
            Verdict.Equivalent => $"{first} and {second} are equivalent within 10 %",
            Verdict.NoEvidence => $"no evidence of a difference between {first} and {second}",
            _ => $"not enough runs to compare {first} and {second}",
        };
        return pair.Conditional && pair.Verdict != Verdict.NotEnoughRuns ? $"{words}, in blocks where both succeeded" : words;
    }

    /// <summary>The ends of the ratio's interval.</summary>
    public static string Range(PairComparison pair) => $"{Ratio(pair.RatioInterval!.Lower)}–{Ratio(pair.RatioInterval.Upper)}";

    /// <summary>Two decimals near 1, where they decide; one up to 10; none above.</summary>
    public static string Ratio(double ratio) =>
        ratio.ToString(ratio < 1.995 ? "0.00" : ratio < 9.95 ? "0.0" : "0", CultureInfo.InvariantCulture);
}
