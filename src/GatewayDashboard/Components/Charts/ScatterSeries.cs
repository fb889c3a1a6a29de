using GatewayDashboard.Theming;

namespace GatewayDashboard.Components.Charts;

/// <summary>The points of one gateway.</summary>
/// <param name="Name">As shown in the legend.</param>
/// <param name="Look">Colour and shape.</param>
/// <param name="Points">In the axes' units.</param>
public sealed record ScatterSeries(string Name, GatewayLook Look, IReadOnlyList<ScatterPoint> Points);

/// <summary>One call, or one gateway's figure.</summary>
/// <param name="X">Along.</param>
/// <param name="Y">Up.</param>
public readonly record struct ScatterPoint(double X, double Y);

/// <summary>An axis of a scatter chart.</summary>
/// <param name="Title">Metric and unit, in words.</param>
/// <param name="Unit">ms, tokens, tok/s, usd, percent or number.</param>
public sealed record ScatterAxis(string Title, string Unit);
