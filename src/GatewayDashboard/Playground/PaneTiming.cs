using System.Diagnostics;
using GatewayDashboard.Components.Charts;

namespace GatewayDashboard.Playground;

/// <summary>Where the time of an answer went: from its measurement, or, while it is under way, from what has been seen so far.</summary>
public static class PaneTiming
{
    /// <summary>The phases in order, cut at <paramref name="until"/>; empty where nothing was sent.</summary>
    public static IReadOnlyList<TimingSpan> Of(Answer answer, TimeSpan? until = null)
    {
        ArgumentNullException.ThrowIfNull(answer);
        List<TimingSpan> spans = [.. answer.Measurement is null ? Live(answer) : Measured(answer)];
        return until is { } end ? Cut(spans, end.TotalMilliseconds) : spans;
    }

    private static IEnumerable<TimingSpan> Measured(Answer answer)
    {
        var call = answer.Measurement!;
        var connect = call.Warm ? 0 : call.ConnectTime?.TotalMilliseconds ?? 0;
        var end = (call.Completion ?? call.Total ?? call.TimeToFailure ?? TimeSpan.Zero).TotalMilliseconds;
        var first = call.FirstToken?.TotalMilliseconds ?? end;
        var reply = Math.Max(first, call.FirstAnswer?.TotalMilliseconds ?? (call.Timeline.FirstReasoning is null ? first : end));
        return Spans(connect, first, reply, end);
    }

    private static IEnumerable<TimingSpan> Live(Answer answer)
    {
        if (answer.SentAt is not { } sent)
        {
            return [];
        }

        double Since(long? at, double other) => at is { } ticks ? Stopwatch.GetElapsedTime(sent, ticks).TotalMilliseconds : other;
        var now = Stopwatch.GetElapsedTime(sent).TotalMilliseconds;
        var reply = Since(answer.FirstAnswer, now);
        return Spans(0, Since(answer.FirstReasoning, reply), reply, now);
    }

    private static IEnumerable<TimingSpan> Spans(double connect, double first, double reply, double end)
    {
        TimingSpan[] spans =
        [
            new(TimingPhase.Connect, connect),
            new(TimingPhase.Wait, first - connect),
            new(TimingPhase.Thinking, reply - first),
            new(TimingPhase.Answer, end - reply),
        ];
        return spans.Where(span => span.Milliseconds > 0);
    }

    private static List<TimingSpan> Cut(List<TimingSpan> spans, double end)
    {
        List<TimingSpan> kept = [];
        foreach (var span in spans)
        {
            if (end <= 0)
            {
                break;
            }

            kept.Add(span with { Milliseconds = Math.Min(span.Milliseconds, end) });
            end -= span.Milliseconds;
        }

        return kept;
    }
}
