using System.Diagnostics;
using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace GatewayDashboard.Core.Measurement;

/// <summary>
/// Turns the kernel's receive stamps (CLOCK_REALTIME) into Stopwatch ticks (CLOCK_MONOTONIC). The distance of the two clocks only changes when the
/// wall clock is set, so the narrowest bracket ever measured is kept, and a bracket that excludes it tells of a step.
/// </summary>
internal static partial class KernelClock
{
    private const int FirstTries = 2000;
    private const int Tries = 30;
    private const long Tolerance = 10_000;
    private static readonly long CheckEvery = Stopwatch.Frequency / 100;

    private static readonly Lock Gate = new();
    private static readonly Socket? Sentinel = OpenSentinel();
    private static long s_offset;
    private static long s_width = long.MaxValue;
    private static long s_checkedAt;
    private static int s_steps;

    static KernelClock()
    {
        if (Supported)
        {
            (s_offset, s_width) = Bracket(FirstTries);
        }
    }

    /// <summary>Whether this machine's kernel can stamp and its stamps can be read.</summary>
    public static bool Supported => Sentinel is not null;

    /// <summary>How often the wall clock was seen to be set since the program started.</summary>
    public static int Steps => Volatile.Read(ref s_steps);

    /// <summary>The width of the bracket the conversion rests on, nanoseconds: twice its largest error.</summary>
    public static long Width => Volatile.Read(ref s_width);

    /// <summary>CLOCK_REALTIME in nanoseconds, as Stopwatch ticks.</summary>
    public static long ToTicks(long realtime) => realtime - Volatile.Read(ref s_offset);

    /// <summary>Measures the distance again unless that was done within the last 10 ms. A few microseconds.</summary>
    public static void Check()
    {
        if (!Supported || Stopwatch.GetTimestamp() - Volatile.Read(ref s_checkedAt) < CheckEvery || !Gate.TryEnter())
        {
            return;
        }

        try
        {
            Take(Bracket(Tries));
            Volatile.Write(ref s_checkedAt, Stopwatch.GetTimestamp());
        }
        finally
        {
            Gate.Exit();
        }
    }

    /// <summary>Whether a newly measured distance contradicts the one in use.</summary>
    internal static bool IsStep(long offset, long width, long newOffset, long newWidth) =>
        Math.Abs(newOffset - offset) > (width / 2) + (newWidth / 2) + Tolerance;

    private static void Take((long Offset, long Width) found)
    {
        if (IsStep(s_offset, s_width, found.Offset, found.Width))
        {
            Volatile.Write(ref s_offset, found.Offset);
            Volatile.Write(ref s_width, found.Width);
            Interlocked.Increment(ref s_steps);
        }
        else if (found.Width < s_width)
        {
            Volatile.Write(ref s_offset, found.Offset);
            Volatile.Write(ref s_width, found.Width);
        }
    }

    private static (long Offset, long Width) Bracket(int tries)
    {
        var best = (Offset: 0L, Width: long.MaxValue);
        for (var i = 0; i < tries; i++)
        {
            var before = Stopwatch.GetTimestamp();
            _ = ClockGetTime(0, out var now);
            var after = Stopwatch.GetTimestamp();
            if (after - before < best.Width)
            {
                best = ((now.Seconds * 1_000_000_000L) + now.Nanoseconds - ((before + after) / 2), after - before);
            }
        }

        return best;
    }

    // The kernel switches stamping on with the first socket that asks and off with the last; one that stays keeps the first call of a quiet minute stamped.
    private static Socket? OpenSentinel()
    {
        if (!OperatingSystem.IsLinux() || IntPtr.Size != 8 || Stopwatch.Frequency != 1_000_000_000)
        {
            return null;
        }

        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        if (StampedSocket.AskForStamps(socket))
        {
            return socket;
        }

        socket.Dispose();
        return null;
    }

    [StructLayout(LayoutKind.Sequential)]
    private struct TimeSpec
    {
        public long Seconds;
        public long Nanoseconds;
    }

    [LibraryImport("libc", EntryPoint = "clock_gettime")]
    [SuppressGCTransition]
    private static partial int ClockGetTime(int clock, out TimeSpec time);
}
