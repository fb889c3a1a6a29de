using System.Diagnostics;

namespace GatewayDashboard.Data.Samples;

/// <summary>Stopwatch ticks as nanoseconds and back: exact wherever the clock ticks in whole nanoseconds, as on Linux, macOS and Windows.</summary>
internal static class StopwatchTime
{
    private const long PerSecond = 1_000_000_000;

    public static long ToNanoseconds(long ticks) => (long)((Int128)ticks * PerSecond / Stopwatch.Frequency);

    public static long FromNanoseconds(long nanoseconds) => (long)((Int128)nanoseconds * Stopwatch.Frequency / PerSecond);
}
