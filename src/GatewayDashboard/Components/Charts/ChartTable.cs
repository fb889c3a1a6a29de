using System.Globalization;
using System.Text;

namespace GatewayDashboard.Components.Charts;

/// <summary>The numbers of a chart, for its Table tab and its CSV: the same object feeds both.</summary>
/// <param name="Columns">Headings with units.</param>
/// <param name="Rows">One row per heading list, each as long as <paramref name="Columns"/>.</param>
public sealed record ChartTable(IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<ChartCell>> Rows)
{
    /// <summary>RFC 4180 with full precision and a point as decimal sign; text that a spreadsheet would run as a formula is defused.</summary>
    public string Csv()
    {
        var csv = new StringBuilder();
        csv.AppendJoin(',', Columns.Select(Text)).Append("\r\n");
        foreach (var row in Rows)
        {
            csv.AppendJoin(',', row.Select(Field)).Append("\r\n");
        }

        return csv.ToString();
    }

    private static string Field(ChartCell cell) =>
        cell.Value is { } value ? value.ToString("R", CultureInfo.InvariantCulture) : cell.IsNumber ? string.Empty : Text(cell.Text);

    private static string Text(string text)
    {
        var safe = text.Length > 0 && "=+-@\t\r".Contains(text[0], StringComparison.Ordinal) ? "'" + text : text;
        return safe.AsSpan().ContainsAny("\",\r\n") ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }
}

/// <summary>A cell: words, or a number with the way it is written on the page.</summary>
/// <param name="Text">As shown.</param>
/// <param name="Value">At full precision; null for words and for an unknown number.</param>
/// <param name="IsNumber">Right-aligned, and empty instead of a dash in the CSV when unknown.</param>
public sealed record ChartCell(string Text, double? Value = null, bool IsNumber = false)
{
    /// <summary>A number, written by <paramref name="write"/>, or a dash when unknown.</summary>
    public static ChartCell Number(double? value, Func<double, string> write) => new(value is { } known ? write(known) : "–", value, IsNumber: true);
}
