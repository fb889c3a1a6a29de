namespace GatewayDashboard.Components.Charts;

/// <summary>Ends and steps of an axis that starts at zero and can be read: steps of 1, 2, 2.5 or 5 times a power of ten.</summary>
/// <param name="Max">The upper end; a whole number of steps, never below the data.</param>
/// <param name="Ticks">Number of steps, 1 … 6.</param>
public readonly record struct AxisScale(double Max, int Ticks)
{
    private const int MostTicks = 6;
    private static readonly double[] Steps = [1, 2, 2.5, 5, 10];

    /// <summary>The scale for data whose largest value is <paramref name="largest"/>; empty or all-zero data get 0 … 1.</summary>
    public static AxisScale For(double largest)
    {
        if (!(largest > 0) || double.IsInfinity(largest))
        {
            return new AxisScale(1, 1);
        }

        var magnitude = Math.Pow(10, Math.Floor(Math.Log10(largest / MostTicks)));
        foreach (var factor in Steps)
        {
            var step = factor * magnitude;
            var ticks = (int)Math.Ceiling(largest / step);
            if (ticks <= MostTicks)
            {
                return new AxisScale(step * ticks, ticks);
            }
        }

        return new AxisScale(magnitude * 10 * MostTicks, MostTicks);
    }
}
