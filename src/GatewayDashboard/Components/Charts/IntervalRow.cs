using GatewayDashboard.Core.Measurement;
using GatewayDashboard.Theming;

namespace GatewayDashboard.Components.Charts;

/// <summary>One gateway's figure with its doubt and its samples, all in milliseconds.</summary>
/// <param name="Name">As shown at the row.</param>
/// <param name="Look">Colour and shape.</param>
/// <param name="N">How many samples the median rests on.</param>
/// <param name="Median">Null when nothing succeeded.</param>
/// <param name="Low">Lower end of the interval, or null when there are too few samples for one.</param>
/// <param name="High">Upper end, or null.</param>
public sealed record IntervalRow(string Name, GatewayLook Look, int N, double? Median, double? Low, double? High)
{
    /// <summary>Every sample, drawn as a strip under the interval; empty for none.</summary>
    public IReadOnlyList<double> Samples { get; init; } = [];

    /// <summary>Where the figure comes from; a simulated row carries the hatch sign.</summary>
    public Provenance Provenance { get; init; } = Provenance.Measured;
}
