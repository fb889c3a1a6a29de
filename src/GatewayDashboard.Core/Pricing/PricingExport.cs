using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace GatewayDashboard.Core.Pricing;

/// <summary>A report as CSV, JSON and Markdown. Numbers are unrounded and invariant; unknown is an empty cell or null.</summary>
public static class PricingExport
{
    private static readonly JsonWriterOptions Indented = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly (string Name, Func<CostRow, object?> Value)[] Columns =
    [
        ("rank", row => row.Rank),
        ("gateway", row => row.Name),
        ("model_id", row => row.Price.ModelId),
        ("pay", row => row.Way.Id),
        ("usd_per_call", row => row.Estimate.PerCall),
        ("usd_per_1000_calls", row => row.Estimate.PerCall * 1000),
        ("usd_per_answer", row => row.Estimate.PerAnswer),
        ("usd_per_day", row => row.Estimate.PerDay),
        ("usd_per_month", row => row.Estimate.PerMonth),
        ("usd_per_month_low", row => row.LowMonth),
        ("usd_per_month_high", row => row.HighMonth),
        ("usd_per_year", row => row.Estimate.PerYear),
        ("fee_share", row => row.Estimate.FeeShare),
        ("price_read_on", row => RowRules.Day(row.Price.RetrievedOn)),
        ("price_origin", row => row.Price.Origin.ToString()),
        ("price_source", row => row.Price.Source),
        ("state", row => row.Price.State.ToString()),
        ("not_ranked_because", row => row.Unranked),
        ("flags", row => row.Flags.Count == 0 ? null : string.Join("; ", row.Flags)),
    ];

    /// <summary>RFC 4180 with a header line. Cells that a spreadsheet would run as a formula are disarmed with an apostrophe.</summary>
    public static string Csv(CostReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var text = new StringBuilder();
        text.Append(string.Join(',', Columns.Select(column => column.Name))).Append("\r\n");
        foreach (CostRow row in report.Rows)
        {
            text.Append(string.Join(',', Columns.Select(column => CsvCell(column.Value(row))))).Append("\r\n");
        }

        return text.ToString();
    }

    /// <summary>The question's link, the snapshot and the rows.</summary>
    public static string Json(CostReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Indented))
        {
            json.WriteStartObject();
            json.WriteString("model", report.Question.Model);
            json.WriteString("query", PricingLink.Write(report.Question));
            json.WriteString("prices", report.SnapshotId);
            json.WriteString("made_on", RowRules.Day(report.Today));
            json.WriteStartArray("rows");
            foreach (CostRow row in report.Rows)
            {
                json.WriteStartObject();
                foreach ((string name, Func<CostRow, object?> value) in Columns)
                {
                    json.WritePropertyName(name);
                    WriteValue(json, value(row));
                }

                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    /// <summary>A table for a note or an issue, with the prices' age under it.</summary>
    public static string Markdown(CostReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var text = new StringBuilder();
        text.Append("| # | gateway | model | a month | low–high | per 1,000 calls | price |\n| --: | --- | --- | --: | --: | --: | --- |\n");
        foreach (CostRow row in report.Rows)
        {
            CostEstimate cost = row.Estimate;
            text.Append(CultureInfo.InvariantCulture, $"| {row.Rank?.ToString(CultureInfo.InvariantCulture) ?? "–"} | {Cell(row.Name)} | {Cell(row.Price.ModelId)} | {Usd.Cost(cost.PerMonth)} | {Usd.Cost(row.LowMonth)}–{Usd.Cost(row.HighMonth)} | {Usd.Cost(cost.PerCall * 1000)} | {RowRules.Day(row.Price.RetrievedOn)}{(row.Unranked is { } why ? $", {Cell(why)}" : "")} |\n");
        }

        return text.Append(CultureInfo.InvariantCulture, $"\n{Cell(report.Question.Model)} · prices {report.SnapshotId} · made {RowRules.Day(report.Today)} · USD, without tax\n").ToString();
    }

    /// <summary>The sum of one row, as plain text to copy.</summary>
    public static string Sum(CostRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        string title = $"{row.Name} · {row.Price.ModelId} · {row.Way.Name}\n";
        string lines = string.Join('\n', row.Estimate.Explanation.Select(line => $"{line.Label}: {line.Formula}{(line.Usd is { } usd ? $" = {Usd.Cost(usd)}" : "")}"));
        string price = $"\nprice: {row.Price.Source}, {RowRules.Day(row.Price.RetrievedOn)} · fees: {row.Way.Source}, {RowRules.Day(row.Way.RetrievedOn)}\n";
        return title + (row.Estimate.Missing is { } missing ? $"cannot be computed: {missing}" : lines) + price;
    }

    private static void WriteValue(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case null: json.WriteNullValue(); break;
            case decimal number: json.WriteNumberValue(number); break;
            case int number: json.WriteNumberValue(number); break;
            default: json.WriteStringValue(value.ToString()); break;
        }
    }

    private static string CsvCell(object? value)
    {
        if (value is decimal number)
        {
            return PricingLink.Number(number);
        }

        if (value is int or null)
        {
            return Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
        }

        string text = value.ToString()!;
        if (text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r')
        {
            text = "'" + text;
        }

        return text.AsSpan().ContainsAny(",\"\r\n") ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
    }

    private static string Cell(string text) => text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("|", "\\|", StringComparison.Ordinal).ReplaceLineEndings(" ");
}
