namespace GatewayDashboard.Components.Charts;

/// <summary>Medians over time as lines with a band around them; each stretch without a gap is drawn by itself.</summary>
internal static class TimeBandPicture
{
    private static readonly double DayLength = TimeSpan.FromDays(1).TotalMilliseconds;

    /// <summary>The picture, with time along in UTC and the figure up from zero.</summary>
    public static ChartOptions Draw(IReadOnlyList<TimeBandSeries> series, string title, string unit)
    {
        var points = series.SelectMany(one => one.Points).ToList();
        var scale = AxisScale.For(points.Select(point => Math.Max(point.High ?? 0, point.Median ?? 0)).DefaultIfEmpty(0).Max());
        return new ChartOptions
        {
            // Bands first, so that no line is hidden under another gateway's band.
            Series = [.. series.SelectMany(Bands), .. series.SelectMany(Lines)],
            X = TimeAxis(points),
            Y = new ChartAxis { Title = title, Unit = unit, Max = scale.Max, Ticks = scale.Ticks },
            Height = 320,
        };
    }

    private static ChartAxis TimeAxis(List<TimeBandPoint> points)
    {
        if (points.Count == 0)
        {
            return new ChartAxis { Title = "time (UTC)", Unit = "time", Max = DayLength, Ticks = 1 };
        }

        var first = points.Min(point => Stamp(point));
        var last = points.Max(point => Stamp(point));
        var room = Math.Max((last - first) * 0.02, TimeSpan.FromMinutes(1).TotalMilliseconds);
        return last - first < 6 * DayLength
            ? new ChartAxis { Title = "time (UTC)", Unit = "time", Min = first - room, Max = last + room, Ticks = 4 }
            : Days(first, last);
    }

    // Whole days, so that a date stands where its day begins.
    private static ChartAxis Days(double first, double last)
    {
        var from = Math.Floor(first / DayLength);
        var step = Math.Ceiling((Math.Ceiling(last / DayLength) - from) / 6);
        var ticks = (int)Math.Ceiling((last / DayLength - from) / step);
        return new ChartAxis { Title = "time (UTC)", Unit = "time", Min = from * DayLength, Max = (from + (ticks * step)) * DayLength, Ticks = ticks };
    }

    private static IEnumerable<ChartSeries> Bands(TimeBandSeries one) =>
        Stretches(one.Points, point => point is { Low: not null, High: not null }).Where(stretch => stretch.Count > 1).Select(stretch => new ChartSeries
        {
            Name = $"{one.Name}, band",
            Kind = "rangeArea",
            Points = [.. stretch.Select(point => new[] { Stamp(point), point.Low ?? 0, point.High ?? 0 })],
            Colour = one.Look.Colour,
            Opacity = 0.18,
        });

    private static IEnumerable<ChartSeries> Lines(TimeBandSeries one) =>
        Stretches(one.Points, point => point.Median is not null).Select(stretch => new ChartSeries
        {
            Name = one.Name,
            Kind = "line",
            Points = [.. stretch.Select(point => new[] { Stamp(point), point.Median ?? 0 })],
            Colour = one.Look.Colour,
            Shape = one.Look.Shape,
            Size = 4,
            Width = 2,
            Dash = one.Look.Dash,
        });

    private static IEnumerable<List<TimeBandPoint>> Stretches(IReadOnlyList<TimeBandPoint> points, Func<TimeBandPoint, bool> isThere)
    {
        var stretch = new List<TimeBandPoint>();
        foreach (var point in points)
        {
            if (isThere(point))
            {
                stretch.Add(point);
            }
            else if (stretch.Count > 0)
            {
                yield return stretch;
                stretch = [];
            }
        }

        if (stretch.Count > 0)
        {
            yield return stretch;
        }
    }

    private static double Stamp(TimeBandPoint point) => point.At.ToUnixTimeMilliseconds();
}
