using System.Diagnostics;
using GatewayDashboard.Core.Measurement;

namespace GatewayDashboard.Core.Benchmarks;

/// <summary>Output speed as Artificial Analysis defines it: tokens after the first event ÷ time after the first event.</summary>
internal static class StreamedSpeed
{
    private const double LeastMilliseconds = 20;
    private const double LeastTokensAfterFirst = 8;

    /// <summary>Tokens per second, or null where it cannot be measured: too short, too few, delivered in one go, or tokens unknown.</summary>
    public static double? Of(CallMeasurement measurement)
    {
        var events = measurement.Timeline.Tokens;
        if (events.Count < 2 || measurement.Notes.Contains("buffered") || Tokens(measurement) is not { } tokens)
        {
            return null;
        }

        var (first, last) = (events[0].Ticks, events[^1].Ticks);
        var size = events.Sum(part => (long)part.Size);
        var sizeOfFirst = events.Where(part => part.Ticks == first).Sum(part => (long)part.Size);
        var after = size == 0 ? 0 : tokens * (size - sizeOfFirst) / size;
        var window = Stopwatch.GetElapsedTime(first, last);
        return window.TotalMilliseconds >= LeastMilliseconds && after >= LeastTokensAfterFirst ? after / window.TotalSeconds : null;
    }

    /// <summary>Tokens that were seen arriving: hidden reasoning is billed but not delivered.</summary>
    private static double? Tokens(CallMeasurement measurement)
    {
        if (measurement.Usage is { Output: { } billed } usage)
        {
            return measurement.Timeline.FirstReasoning is null ? billed - (usage.Reasoning ?? 0) : billed;
        }

        return measurement.NormalisedOutput;
    }
}
