namespace GatewayDashboard.Core.Statistics;

/// <summary>A two-sided confidence interval.</summary>
/// <param name="Lower">Lower end, in the unit of what it belongs to.</param>
/// <param name="Upper">Upper end.</param>
/// <param name="Level">How often such an interval covers the truth, 0 to 1: exact where the method allows, else nominal.</param>
public sealed record Interval(double Lower, double Upper, double Level)
{
    /// <summary>Whether a value lies in it, ends included.</summary>
    public bool Contains(double value) => value >= Lower && value <= Upper;
}
