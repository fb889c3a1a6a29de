using System.Globalization;
using GatewayDashboard.Components.Benchmarks;
using GatewayDashboard.Components.Parts;
using GatewayDashboard.Core.Benchmarks;
using GatewayDashboard.Core.Statistics;
using GatewayDashboard.Live;

namespace GatewayDashboard.CommandLine;

/// <summary>A run's figures as a table of text, from the same summary as the page.</summary>
internal static class ResultTable
{
    private static readonly string[] Headings = ["gateway", "prompt", "n", "first token (interval)", "total (interval)", "success", "tokens", "tok/s"];

    public static void Write(RunView view, TextWriter output)
    {
        output.WriteLine($"{view.Run.Name} · run {view.Run.Id} · {MetricWords.Name(view.Run.State)} · {MetricWords.Name(view.Run.Provenance).ToLowerInvariant()}{(view.Run.Definition.Order == TargetOrder.Concurrent ? $" · {view.Run.Definition.Concurrency} calls at once: the one-call-at-a-time rule was lifted" : "")}");
        if (view.Summary is not { } summary)
        {
            output.WriteLine("Nothing was measured.");
            return;
        }

        string[][] rows = [Headings, .. summary.Series.OrderBy(series => series.Prompt).ThenBy(series => series.FirstToken.Median.Value ?? double.MaxValue).Select(series => Cells(view, series))];
        var widths = Enumerable.Range(0, Headings.Length).Select(column => rows.Max(row => row[column].Length)).ToArray();
        foreach (var row in rows)
        {
            output.WriteLine(string.Join("  ", row.Select((cell, column) => column < 2 ? cell.PadRight(widths[column]) : cell.PadLeft(widths[column]))).TrimEnd());
        }

        output.WriteLine(summary.Headline ?? "No verdict.");
        output.WriteLine($"Clock: {(view.Run.Clock == Core.Measurement.ArrivalClock.Kernel ? "kernel" : "user space")}. Seed {view.Run.Seed}. {(view.Simulated ? "Simulated, no cost." : $"Cost {Units.Cost(view.Run.SpentUsd)}.")}");
    }

    private static string[] Cells(RunView view, SeriesSummary series) =>
    [
        view.Names[series.TargetKey],
        series.Prompt,
        Units.Count(series.Attempted),
        Estimate(series.FirstToken.Median),
        Estimate(series.Total.Median),
        series.SuccessRate is { } rate ? Units.Percent(rate) : Units.Unknown,
        series.OutputTokens.Median.Value?.ToString("0", CultureInfo.InvariantCulture) ?? Units.Unknown,
        series.OutputSpeed.Median.Value is { } speed ? Units.Speed(speed) : Units.Unknown,
    ];

    private static string Estimate(QuantileEstimate estimate) => estimate.Value is not { } value
        ? Units.Unknown
        : estimate.Interval is { } interval
            ? $"{Units.Milliseconds(value)} ({Units.Range(interval.Lower, interval.Upper)})"
            : Units.Milliseconds(value);
}
