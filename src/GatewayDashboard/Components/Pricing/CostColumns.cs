using GatewayDashboard.Core.Pricing;

namespace GatewayDashboard.Components.Pricing;

/// <summary>A column of figures in the ranked table.</summary>
/// <param name="Key">Its name in links.</param>
/// <param name="Name">Its heading.</param>
/// <param name="Value">What it is sorted by; unknown ones stand last either way.</param>
/// <param name="Text">What stands in the cell.</param>
internal sealed record CostColumn(string Key, string Name, Func<CostRow, decimal?> Value, Func<CostRow, string> Text)
{
    public static IReadOnlyList<CostColumn> All { get; } =
    [
        new("month", "a month", row => row.Estimate.PerMonth, row => Usd.Cost(row.Estimate.PerMonth)),
        new("call", "a call, 1,000", row => row.Estimate.PerCall, row => Usd.Cost(row.Estimate.PerCall)),
        new("answer", "an answer", row => row.Estimate.PerAnswer, row => Usd.Cost(row.Estimate.PerAnswer)),
        new("day", "a day", row => row.Estimate.PerDay, row => Usd.Cost(row.Estimate.PerDay)),
        new("year", "a year", row => row.Estimate.PerYear, row => Usd.Cost(row.Estimate.PerYear)),
        new("fees", "fees", row => row.Estimate.FeeShare, row => row.Estimate.FeeShare is { } share ? Usd.Percent(share) : "–"),
        new("age", "price age", row => row.Age.Days, row => row.Age.Text),
    ];

    /// <summary>The columns that say something: an answer costs what a call does where every request is one call that succeeds.</summary>
    public static IEnumerable<CostColumn> For(Workload workload) =>
        All.Where(column => column.Key != "answer" || workload is not { FailedShare: 0, RetryRate: 0, Turns: 1 });

    /// <summary>Rows in the order of a sort word: a column's key, with a leading minus for descending. Anything else keeps the report's order.</summary>
    public static IReadOnlyList<CostRow> Sort(IReadOnlyList<CostRow> rows, string? sort)
    {
        CostColumn? column = All.FirstOrDefault(column => column.Key == sort?.TrimStart('-'));
        if (column is null)
        {
            return rows;
        }

        IOrderedEnumerable<CostRow> known = rows.OrderBy(row => column.Value(row) is null);
        return [.. sort!.StartsWith('-') ? known.ThenByDescending(column.Value) : known.ThenBy(column.Value)];
    }
}
