using GatewayDashboard.Core.Pricing;

namespace GatewayDashboard.Core.Measurement;

public sealed partial record CallMeasurement
{
    /// <summary>
    /// The measurement with its visible text counted by the common tokenizer; unchanged where there was no text. For after the call, away from
    /// running streams: the first count loads the vocabulary, about half a second.
    /// </summary>
    public CallMeasurement WithNormalisedTokens() => Answer.Length + Reasoning.Length == 0
        ? this
        : this with { NormalisedOutput = TokenCounter.Count(Reasoning) + TokenCounter.Count(Answer) };
}
