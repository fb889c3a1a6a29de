namespace GatewayDashboard.Core.Measurement;

public sealed partial record CallMeasurement
{
    private static readonly TimeSpan StallFloor = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan BufferedWait = TimeSpan.FromMilliseconds(800);
    private static readonly TimeSpan BufferedWindow = TimeSpan.FromMilliseconds(250);
    private const int BufferedWaitToWindow = 4;
    private const int BufferedEvents = 5;

    // The fastest honest hosts deliver under 3,000 tokens/s (about 12,000 bytes); without this floor a short answer of a fast gateway with a slow first token would be accused.
    private const double HonestBytesPerSecond = 12_000;

    /// <summary>Times between token-bearing events, in order; events of one read share a stamp and so lie zero apart.</summary>
    public IReadOnlyList<TimeSpan> Gaps
    {
        get
        {
            var tokens = Timeline.Tokens;
            var gaps = new TimeSpan[Math.Max(0, tokens.Count - 1)];
            for (var i = 0; i < gaps.Length; i++)
            {
                gaps[i] = Between(tokens[i].Ticks, tokens[i + 1].Ticks);
            }

            return gaps;
        }
    }

    /// <summary>The median gap; null with fewer than two events.</summary>
    public TimeSpan? GapMedian => Median(Gaps);

    /// <summary>The longest gap; null with fewer than two events.</summary>
    public TimeSpan? GapLongest => Gaps is { Count: > 0 } gaps ? gaps.Max() : null;

    /// <summary>Gaps longer than both half a second and five median gaps; null with fewer than two events.</summary>
    public int? Stalls
    {
        get
        {
            var gaps = Gaps;
            if (Median(gaps) is not { } median)
            {
                return null;
            }

            var limit = median * 5 > StallFloor ? median * 5 : StallFloor;
            return gaps.Count(gap => gap > limit);
        }
    }

    /// <summary>Whether the answer was held back and then let go at once: users did wait that long, but a speed cannot be told from it.</summary>
    public bool Buffered
    {
        get
        {
            if (Timeline.Tokens.Count < BufferedEvents || Window is not { } window || FirstToken is not { } wait)
            {
                return false;
            }

            return wait > BufferedWait && window <= BufferedWindow && wait > window * BufferedWaitToWindow
                && Timeline.Tokens.Sum(t => (long)t.Size) > HonestBytesPerSecond * window.TotalSeconds;
        }
    }

    private static TimeSpan? Median(IReadOnlyList<TimeSpan> gaps)
    {
        if (gaps.Count == 0)
        {
            return null;
        }

        var sorted = gaps.Order().ToArray();
        var middle = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
