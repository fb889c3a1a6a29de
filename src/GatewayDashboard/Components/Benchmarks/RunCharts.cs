using GatewayDashboard.Components.Charts;
using GatewayDashboard.Core.Benchmarks;
using GatewayDashboard.Live;
using GatewayDashboard.Theming;

namespace GatewayDashboard.Components.Benchmarks;

/// <summary>Hands a run's figures to charts. Computes none: medians and intervals are the summary's, dots are the samples'.</summary>
internal static class RunCharts
{
    /// <summary>Interval dots of a latency, best first.</summary>
    public static IReadOnlyList<IntervalRow> Latency(RunView view, RunSummary summary, string prompt, Func<SeriesSummary, MetricSummary> metric, Func<SamplePoint, double?> value)
    {
        var points = Points(view, prompt);
        return
        [
            .. summary.Series.Where(series => series.Prompt == prompt)
                .OrderBy(series => metric(series).Median.Value ?? double.MaxValue)
                .Select(series => Row(view, series, metric(series), [.. points[series.TargetKey].Select(value).OfType<double>()])),
        ];
    }

    /// <summary>Samples as they arrive, without any figure yet.</summary>
    public static IReadOnlyList<IntervalRow> Arriving(RunView view, RunSnapshot live, string prompt) =>
    [
        .. view.Run.Targets.Select(target =>
        {
            var dots = live.Points.Where(point => point.TargetKey == target.Key && point.Prompt == prompt).Select(point => point.FirstTokenMs).OfType<double>().ToArray();
            return new IntervalRow(target.DisplayName, GatewayLook.Of(target.Offer.GatewayId), dots.Length, null, null, null) { Samples = dots, Provenance = target.Provenance };
        }),
    ];

    /// <summary>Output tokens against total latency in ms, one series per target.</summary>
    public static IReadOnlyList<ScatterSeries> TokensAgainstTotal(RunView view, string prompt)
    {
        var points = Points(view, prompt);
        return
        [
            .. view.Run.Targets.Select(target => new ScatterSeries(
                target.DisplayName,
                GatewayLook.Of(target.Offer.GatewayId),
                [.. points[target.Key].Where(point => point is { OutputTokens: not null, TotalMs: not null }).Select(point => new ScatterPoint(point.OutputTokens!.Value, point.TotalMs!.Value))])),
        ];
    }

    /// <summary>The largest value over all prompts, so that panels share a scale.</summary>
    public static double? Largest(RunView view, Func<SamplePoint, double?> value) =>
        view.Samples.Where(sample => !sample.Call.WarmUp).Select(sample => value(SamplePoint.Of(sample))).Max();

    /// <summary>The n behind each series of a prompt: one number, or a range where they differ.</summary>
    public static string Count(RunSummary summary, string prompt)
    {
        var counts = summary.Series.Where(series => series.Prompt == prompt).Select(series => series.FirstToken.Count).ToArray();
        return counts.Length == 0 ? "0" : counts.Min() == counts.Max() ? $"{counts[0]}" : $"{counts.Min()}–{counts.Max()}";
    }

    /// <summary>How to read an interval picture, with the exact level of its intervals.</summary>
    public static string Reading(RunSummary summary, string prompt)
    {
        var levels = summary.Series.Where(series => series.Prompt == prompt).Select(series => series.FirstToken.Median.Interval?.Level).OfType<double>().Select(level => Math.Round(100 * level, 1)).Distinct().Order().ToArray();
        var level = levels.Length == 0 ? "too few samples for an interval" : $"interval of the median, exact level {string.Join(" to ", levels.Length == 1 ? levels : [levels[0], levels[^1]])}\u00a0%";
        return $"Point: median. Bar: {level}. Dots: every sample. The axis starts at zero.";
    }

    private static ILookup<string, SamplePoint> Points(RunView view, string prompt) => view.Samples
        .Where(sample => !sample.Call.WarmUp && sample.Call.Prompt == prompt)
        .Select(SamplePoint.Of)
        .ToLookup(point => point.TargetKey);

    private static IntervalRow Row(RunView view, SeriesSummary series, MetricSummary metric, IReadOnlyList<double> dots)
    {
        var target = view.Run.Targets.First(target => target.Key == series.TargetKey);
        return new(target.DisplayName, GatewayLook.Of(target.Offer.GatewayId), metric.Count, metric.Median.Value, metric.Median.Interval?.Lower, metric.Median.Interval?.Upper)
        {
            Samples = dots,
            Provenance = target.Provenance,
        };
    }
}
