using MathNet.Numerics.Distributions;

namespace GatewayDashboard.Core.Statistics;

/// <summary>Percentile bootstrap over whole blocks, for figures that have no exact interval.</summary>
public static class BlockBootstrap
{
    private const int DefaultDraws = 2_000;

    /// <summary>Resamples blocks and takes the statistic of each resample.</summary>
    /// <param name="blocks">Number of blocks, at least one.</param>
    /// <param name="statistic">The figure for the blocks drawn, given as indices from 0.</param>
    /// <param name="seed">Equal seeds give equal intervals.</param>
    /// <param name="length">Neighbouring blocks drawn together (circular moving blocks): 1 for independent blocks, more for a series that drifts.</param>
    /// <param name="draws">Number of resamples.</param>
    /// <param name="level">Nominal coverage.</param>
    public static Interval Interval(
        int blocks, Func<int[], double> statistic, ulong seed, int length = 1, int draws = DefaultDraws, double level = 0.95)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(blocks);
        ArgumentNullException.ThrowIfNull(statistic);
        var random = new SeededRandom(seed);
        var rows = new int[blocks];
        var results = new double[draws];
        for (var draw = 0; draw < draws; draw++)
        {
            for (var filled = 0; filled < blocks; filled += length)
            {
                var start = random.Next(blocks);
                for (var step = 0; step < length && filled + step < blocks; step++)
                {
                    rows[filled + step] = (start + step) % blocks;
                }
            }

            results[draw] = statistic(rows);
        }

        Array.Sort(results);
        var tail = Tail(blocks, level);
        return new(Quantile.Type7(results, tail), Quantile.Type7(results, 1 - tail), level);
    }

    /// <summary>Resamples of few blocks vary too little; Hesterberg's expanded percentiles (The American Statistician, 2015) make up for it.</summary>
    private static double Tail(int blocks, double level)
    {
        if (blocks < 2)
        {
            return 0;
        }

        var reach = StudentT.InvCDF(0, 1, blocks - 1, (1 + level) / 2);
        return Normal.CDF(0, 1, -Math.Sqrt(blocks / (blocks - 1.0)) * reach);
    }

    /// <summary>The median of a series that drifts, with neighbours drawn together: the cube root of the length, at least 2.</summary>
    /// <param name="values">Values in the order of time.</param>
    /// <param name="seed">Equal seeds give equal intervals.</param>
    public static Interval MovingMedian(double[] values, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(values);
        var length = Math.Max(2, (int)Math.Round(Math.Cbrt(values.Length)));
        return Median(values, seed, length, Math.Clamp(2_000_000 / values.Length, 200, DefaultDraws));
    }

    /// <summary>The median of a series; see <see cref="Interval"/> for the rest.</summary>
    internal static Interval Median(double[] values, ulong seed, int length, int draws)
    {
        // Ranks are sorted once; each resample then only counts how often it drew each.
        var sorted = values.ToArray();
        var order = Enumerable.Range(0, values.Length).ToArray();
        Array.Sort(sorted, order);
        var rankOf = new int[values.Length];
        for (var rank = 0; rank < order.Length; rank++)
        {
            rankOf[order[rank]] = rank;
        }

        var drawn = new int[values.Length];
        return Interval(
            values.Length,
            rows =>
            {
                Array.Clear(drawn);
                foreach (var row in rows)
                {
                    drawn[rankOf[row]]++;
                }

                return (sorted[Place((rows.Length + 1) / 2)] + sorted[Place((rows.Length / 2) + 1)]) / 2;
            },
            seed,
            length,
            draws);

        int Place(int wanted)
        {
            var rank = -1;
            for (var seen = 0; seen < wanted; seen += drawn[rank])
            {
                rank++;
            }

            return rank;
        }
    }
}
