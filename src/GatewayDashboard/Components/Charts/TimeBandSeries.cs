using GatewayDashboard.Theming;

namespace GatewayDashboard.Components.Charts;

/// <summary>One gateway's figure over time.</summary>
/// <param name="Name">As shown in the legend.</param>
/// <param name="Look">Colour, shape and dash.</param>
/// <param name="Points">In the order of time.</param>
public sealed record TimeBandSeries(string Name, GatewayLook Look, IReadOnlyList<TimeBandPoint> Points);

/// <summary>One bucket or run.</summary>
/// <param name="At">Its moment.</param>
/// <param name="Median">The figure in the axis's unit, or null for a gap: lines never cross it.</param>
/// <param name="Low">Lower edge of the band, or null for none.</param>
/// <param name="High">Upper edge, or null.</param>
/// <param name="N">Samples in it.</param>
public readonly record struct TimeBandPoint(DateTimeOffset At, double? Median, double? Low, double? High, int N);
