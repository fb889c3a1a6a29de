namespace GatewayDashboard.Components.Charts;

/// <summary>A row of a heat map.</summary>
/// <param name="Name">Its heading, for example a weekday.</param>
/// <param name="Cells">One per column.</param>
public sealed record HeatRow(string Name, IReadOnlyList<HeatCell> Cells);

/// <summary>A cell of a heat map.</summary>
/// <param name="Value">Null when there is nothing.</param>
/// <param name="Text">As written in the cell.</param>
/// <param name="N">Samples behind it.</param>
public readonly record struct HeatCell(double? Value, string Text, int N);
