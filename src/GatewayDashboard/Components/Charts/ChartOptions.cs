namespace GatewayDashboard.Components.Charts;

/// <summary>What an interactive chart draws. The script beside it turns this into the chart library's own options.</summary>
public sealed record ChartOptions
{
    /// <summary>Drawn in this order, later ones on top.</summary>
    public required IReadOnlyList<ChartSeries> Series { get; init; }

    /// <summary>The horizontal axis.</summary>
    public required ChartAxis X { get; init; }

    /// <summary>The vertical axis.</summary>
    public required ChartAxis Y { get; init; }

    /// <summary>CSS pixels.</summary>
    public required int Height { get; init; }
}

/// <summary>Points of one look.</summary>
public sealed record ChartSeries
{
    /// <summary>Shown when a point is pointed at; plain text.</summary>
    public required string Name { get; init; }

    /// <summary><c>line</c>, <c>scatter</c> or <c>rangeArea</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>x and y, or x, low and high for a range; in the axis's units.</summary>
    public required IReadOnlyList<double[]> Points { get; init; }

    /// <summary>A CSS colour or <c>var(--name)</c>, which follows the theme.</summary>
    public required string Colour { get; init; }

    /// <summary>The marker's shape.</summary>
    public string Shape { get; init; } = "circle";

    /// <summary>Marker size in px; 0 for none.</summary>
    public int Size { get; init; }

    /// <summary>Line width in px; 0 for none.</summary>
    public int Width { get; init; }

    /// <summary>Dash length in px; 0 is solid.</summary>
    public int Dash { get; init; }

    /// <summary>0 … 1.</summary>
    public double Opacity { get; init; } = 1;
}

/// <summary>An axis with fixed ends, so that small multiples can share one scale.</summary>
public sealed record ChartAxis
{
    /// <summary>Metric and unit, in words.</summary>
    public required string Title { get; init; }

    /// <summary>One of the units that the script can write: ms, tokens, tok/s, usd, percent, time, number; or log10 and log10 usd, whose values are powers of ten.</summary>
    public required string Unit { get; init; }

    /// <summary>The left or lower end.</summary>
    public double Min { get; init; }

    /// <summary>The right or upper end.</summary>
    public required double Max { get; init; }

    /// <summary>Number of equal steps between the ends.</summary>
    public required int Ticks { get; init; }

    /// <summary>Names of rows 1 … n when the axis counts rows, else null.</summary>
    public IReadOnlyList<string>? Rows { get; init; }
}
