namespace GatewayDashboard.Core.Statistics;

/// <summary>
/// Tests whether two targets differ by exchanging their labels within blocks, which is exactly what the random order of a block did.
/// The statistic is the sum of signed ranks: one slow call counts as one slow call, however slow.
/// </summary>
public static class PermutationTest
{
    /// <summary>Two-sided p: counted out up to 200 blocks, sampled with the seed above (4,000 draws up to 1,000 blocks, then 2,000).</summary>
    /// <param name="differences">One difference per block.</param>
    /// <param name="seed">Seeds the sampling.</param>
    public static double TwoSided(ReadOnlySpan<double> differences, ulong seed)
    {
        // Twice the mid-rank, so that ties keep whole numbers. Zero differences keep their rank but have no sign (Pratt).
        var values = differences.ToArray();
        var ranks = DoubledMidRanks(values);
        var signed = new List<int>(values.Length);
        var positive = 0L;
        for (var i = 0; i < values.Length; i++)
        {
            if (values[i] != 0)
            {
                signed.Add(ranks[i]);
                positive += values[i] > 0 ? ranks[i] : 0;
            }
        }

        var total = signed.Sum(rank => (long)rank);
        if (signed.Count == 0)
        {
            return 1;
        }

        var smaller = Math.Min(positive, total - positive);
        if (signed.Count > SignedRank.MostExact)
        {
            return Sampled(signed, total, smaller, seed);
        }

        var untied = total == (long)values.Length * (values.Length + 1) && signed.Distinct().Count() == values.Length;
        return Math.Min(1, 2 * (untied ? SignedRank.AtMost(values.Length, (int)(smaller / 2)) : SignedRank.CountOut([.. signed])[smaller]));
    }

    private static double Sampled(List<int> ranks, long total, long smaller, ulong seed)
    {
        var random = new SeededRandom(seed);
        var draws = ranks.Count <= 1_000 ? 4_000 : 2_000;
        var asExtreme = 0;
        for (var draw = 0; draw < draws; draw++)
        {
            var sum = 0L;
            var bits = 0UL;
            for (var i = 0; i < ranks.Count; i++)
            {
                bits = (i & 63) == 0 ? random.NextBits() : bits >> 1;
                sum += (bits & 1) == 0 ? 0 : ranks[i];
            }

            asExtreme += Math.Min(sum, total - sum) <= smaller ? 1 : 0;
        }

        // The observed order is one of the possible ones (Phipson and Smyth, 2010): p is never 0.
        return (asExtreme + 1.0) / (draws + 1.0);
    }

    private static int[] DoubledMidRanks(double[] differences)
    {
        var order = Enumerable.Range(0, differences.Length).OrderBy(i => Math.Abs(differences[i])).ToArray();
        var ranks = new int[differences.Length];
        for (var from = 0; from < order.Length;)
        {
            var to = from;
            while (to < order.Length && Math.Abs(differences[order[to]]) == Math.Abs(differences[order[from]]))
            {
                to++;
            }

            for (var i = from; i < to; i++)
            {
                ranks[order[i]] = from + 1 + to;
            }

            from = to;
        }

        return ranks;
    }
}
