namespace GatewayDashboard.Components.Charts;

/// <summary>A horizontal bar made of parts, such as a cost by what it is paid for.</summary>
/// <param name="Name">As shown above the bar.</param>
/// <param name="Parts">In the order of drawing; not negative. Empty when the sum is unknown.</param>
/// <param name="Total">The sum as written, or a dash.</param>
public sealed record BarRow(string Name, IReadOnlyList<BarPart> Parts, string Total);

/// <summary>A part of a bar.</summary>
/// <param name="Kind">What it is; equal kinds look alike in every row.</param>
/// <param name="Value">In the bars' unit.</param>
/// <param name="Text">As written.</param>
public sealed record BarPart(string Kind, double Value, string Text);
