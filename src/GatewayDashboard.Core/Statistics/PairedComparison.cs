namespace GatewayDashboard.Core.Statistics;

/// <summary>What paired blocks say about two latencies.</summary>
/// <param name="Blocks">Paired blocks.</param>
/// <param name="Ratio">Second ÷ first (Hodges–Lehmann on log latency): above 1 the first is faster.</param>
/// <param name="RatioInterval">Interval of the ratio, or null where the blocks give none.</param>
/// <param name="Widened">Whether a moving-block bootstrap widened it, because the ratio was not steady.</param>
/// <param name="ProbabilityFirstFaster">Share of blocks in which the first was faster, ties counting half.</param>
/// <param name="P">Two-sided permutation p.</param>
public sealed record PairedResult(int Blocks, double Ratio, Interval? RatioInterval, bool Widened, double ProbabilityFirstFaster, double P);

/// <summary>Compares two targets within blocks, on log latency, so that whatever slows a whole block cancels out.</summary>
public static class PairedComparison
{
    /// <summary>Compares two series of positive latencies, aligned by block and in the order of time; at least one block.</summary>
    /// <param name="first">Latencies of the first.</param>
    /// <param name="second">Latencies of the second, block by block.</param>
    /// <param name="seed">Seeds whatever is sampled.</param>
    public static PairedResult Compare(ReadOnlySpan<double> first, ReadOnlySpan<double> second, ulong seed)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(second.Length, first.Length);
        var differences = new double[first.Length];
        var faster = 0.0;
        for (var i = 0; i < differences.Length; i++)
        {
            differences[i] = Math.Log(second[i] / first[i]);
            faster += differences[i] > 0 ? 1 : differences[i] == 0 ? 0.5 : 0;
        }

        var shift = HodgesLehmann.Estimate(differences);
        var interval = shift.Interval;
        var widened = false;
        if (interval is not null && DriftCheck.Of(differences).Unstable)
        {
            var moving = BlockBootstrap.MovingMedian(differences, seed);
            widened = moving.Lower < interval.Lower || moving.Upper > interval.Upper;
            interval = interval with { Lower = Math.Min(interval.Lower, moving.Lower), Upper = Math.Max(interval.Upper, moving.Upper) };
        }

        return new(
            differences.Length,
            Math.Exp(shift.Value),
            interval is null ? null : new(Math.Exp(interval.Lower), Math.Exp(interval.Upper), interval.Level),
            widened,
            faster / differences.Length,
            PermutationTest.TwoSided(differences, seed));
    }
}
