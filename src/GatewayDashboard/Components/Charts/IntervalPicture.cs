using GatewayDashboard.Core.Measurement;

namespace GatewayDashboard.Components.Charts;

/// <summary>Rows of intervals, medians and samples as one line and scatter chart on a numeric axis.</summary>
internal static class IntervalPicture
{
    private const int RowHeight = 48;
    private const int FrameHeight = 88;

    // Where the strip lies under its row's line, and how far its dots are spread, in rows.
    private const double StripBelow = 0.33;
    private const double StripSpread = 0.22;

    /// <summary>The picture; <paramref name="largest"/> fixes the axis for panels that share a scale.</summary>
    public static ChartOptions Draw(IReadOnlyList<IntervalRow> rows, string axis, double? largest)
    {
        var scale = AxisScale.For(largest ?? Largest(rows));
        return new ChartOptions
        {
            Series = [.. rows.SelectMany((row, index) => Row(row, rows.Count - index))],
            X = new ChartAxis { Title = axis, Unit = "ms", Max = scale.Max, Ticks = scale.Ticks },
            Y = new ChartAxis { Title = "gateway", Unit = "number", Max = rows.Count + 1, Ticks = rows.Count + 1, Rows = [.. rows.Reverse().Select(Label)] },
            Height = FrameHeight + (RowHeight * (rows.Count + 1)),
        };
    }

    /// <summary>The largest value that must fit.</summary>
    public static double Largest(IEnumerable<IntervalRow> rows) =>
        rows.SelectMany(row => row.Samples.Append(row.High ?? 0).Append(row.Median ?? 0)).DefaultIfEmpty(0).Max();

    private static string Label(IntervalRow row) =>
        (row.Provenance == Provenance.Simulated ? "▨ " : string.Empty) + row.Name + (row.Median is null ? ": –" : string.Empty);

    private static IEnumerable<ChartSeries> Row(IntervalRow row, int line)
    {
        var plain = new ChartSeries { Name = row.Name, Kind = "scatter", Points = [], Colour = row.Look.Colour, Shape = row.Look.Shape };
        if (row.Samples.Count > 0)
        {
            yield return plain with { Points = [.. row.Samples.Select((value, index) => new[] { value, line - StripBelow + Spread(index) })], Shape = "circle", Size = 3, Opacity = 0.55 };
        }

        if (row.Low is { } low && row.High is { } high)
        {
            yield return plain with { Name = $"{row.Name}, interval", Kind = "line", Points = [[low, line], [high, line]], Width = 4 };
        }

        if (row.Median is { } median)
        {
            yield return plain with { Name = $"{row.Name}, median", Points = [[median, line]], Size = 7 };
        }
    }

    // Multiples of the golden ratio: even, without a pattern, and the same at every draw.
    private static double Spread(int index) => ((index * 0.618_033_988_749_895 % 1) - 0.5) * StripSpread;
}
