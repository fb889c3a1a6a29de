using MathNet.Numerics.Distributions;

namespace GatewayDashboard.Core.Statistics;

/// <summary>Wilson's score interval for a rate, which stays honest at 0 and 100 %.</summary>
public static class Wilson
{
    /// <summary>The interval, or null where nothing was attempted.</summary>
    /// <param name="successes">How many succeeded.</param>
    /// <param name="attempts">Out of how many.</param>
    /// <param name="level">Nominal coverage.</param>
    public static Interval? Interval(int successes, int attempts, double level = 0.95)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(successes);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(successes, attempts);
        if (attempts == 0)
        {
            return null;
        }

        var z = Normal.InvCDF(0, 1, (1 + level) / 2);
        var rate = (double)successes / attempts;
        var shrink = 1 + (z * z / attempts);
        var middle = (rate + (z * z / (2.0 * attempts))) / shrink;
        var half = z / shrink * Math.Sqrt((rate * (1 - rate) / attempts) + (z * z / (4.0 * attempts * attempts)));

        // At 0 and 100 % one end is the rate itself; rounding must not push it outside.
        return new(successes == 0 ? 0 : middle - half, successes == attempts ? 1 : middle + half, level);
    }
}
