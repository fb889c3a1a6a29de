namespace GatewayDashboard.Core.Statistics;

/// <summary>Whether a series held still while it was measured.</summary>
/// <param name="Autocorrelation">Lag-1 autocorrelation, −1 to 1, or null below three values or where all are equal.</param>
/// <param name="Trend">Kendall's τ between value and time, −1 to 1 (above 0: it rose), or null below three values.</param>
/// <param name="TrendProbability">Mann–Kendall p: how often a steady series shows so strong a trend, or null below three values.</param>
/// <param name="Unstable">Whether one of the two is beyond its limit, which widens the intervals.</param>
public sealed record Drift(double? Autocorrelation, double? Trend, double? TrendProbability, bool Unstable);
