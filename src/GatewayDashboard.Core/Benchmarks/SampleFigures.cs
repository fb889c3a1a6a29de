using System.Diagnostics;
using GatewayDashboard.Core.Completions;

namespace GatewayDashboard.Core.Benchmarks;

/// <summary>The figures of one sample that enter statistics, in the units they are shown in.</summary>
internal static class SampleFigures
{
    /// <summary>A latency, ms, or null where the call may not enter that statistic.</summary>
    public static double? Latency(this Sample sample, ComparedMetric metric)
    {
        var measurement = sample.Measurement;
        var counts = measurement.Succeeded || (metric == ComparedMetric.Total && measurement.Outcome == Outcome.NotStream);
        if (!counts)
        {
            return null;
        }

        var line = measurement.Timeline;
        var end = metric switch
        {
            ComparedMetric.FirstToken => line.FirstToken,
            ComparedMetric.FirstAnswer => line.FirstAnswer,
            _ => line.Done,
        };

        // Cold figures run from the call, so that name, TCP and TLS are in; warm ones from the first request byte.
        return end is { } ticks ? Stopwatch.GetElapsedTime(measurement.Warm ? line.Start : line.Call, ticks).TotalMilliseconds : null;
    }

    /// <summary>Whether the call showed or billed reasoning.</summary>
    public static bool Reasons(this Sample sample) =>
        sample.Measurement.Timeline.FirstReasoning is not null || sample.Measurement.Usage?.Reasoning > 0;
}
