using System.Diagnostics;
using System.Runtime.InteropServices;

namespace GatewayDashboard.Simulator.Serving;

/// <summary>
/// Lets the sender sleep until a tick, or until somebody rings. On Linux the kernel's high-resolution timer wakes it
/// within tens of microseconds; elsewhere it wakes a little early and yields until the time has come.
/// </summary>
internal sealed partial class SenderAlarm : IDisposable
{
    private readonly int _event = OperatingSystem.IsLinux() ? Kernel.EventFd(0, Kernel.NonBlockingCloseOnExec) : -1;
    private readonly AutoResetEvent _ring = new(false);

    /// <summary>
    /// Called once on the sender's own thread: without it the kernel may delay each wake-up by 0.05 ms to save power.
    /// Where the process has the right, the thread also goes before others, so that it is seldom interrupted between its two stamps.
    /// </summary>
    public static void Sharpen()
    {
        if (OperatingSystem.IsLinux())
        {
            _ = Kernel.ProcessControl(Kernel.SetTimerSlack, 1, 0, 0, 0);
            _ = Kernel.SetPriority(Kernel.ThisThread, 0, -10);
        }
    }

    public void Ring()
    {
        if (_event >= 0)
        {
            ulong one = 1;
            _ = Kernel.Write(_event, ref one, sizeof(ulong));
        }
        else
        {
            _ring.Set();
        }
    }

    /// <summary>Returns at the tick or on a ring, whichever is first.</summary>
    public void WaitUntil(long tick)
    {
        if (_event >= 0)
        {
            Sleep(tick - Stopwatch.GetTimestamp());
            return;
        }

        while (Stopwatch.GetTimestamp() is var now && now < tick)
        {
            var milliseconds = Math.Min((tick - now) * 1000 / Stopwatch.Frequency, 1000);
            if (milliseconds > 1 ? _ring.WaitOne((int)milliseconds - 1) : _ring.WaitOne(0))
            {
                return;
            }

            Thread.Yield();
        }
    }

    private void Sleep(long ticks)
    {
        // Capped, so that a far-off tick cannot overflow; the sender simply asks again.
        var remaining = Math.Clamp(ticks, 0, Stopwatch.Frequency);
        var timeout = new Kernel.TimeSpec
        {
            Seconds = (nint)(remaining / Stopwatch.Frequency),
            Nanoseconds = (nint)(remaining % Stopwatch.Frequency * 1_000_000_000 / Stopwatch.Frequency),
        };
        var watched = new Kernel.PollDescriptor { Descriptor = _event, Events = Kernel.Readable };
        if (Kernel.Poll(ref watched, 1, ref timeout, 0) > 0)
        {
            ulong rung = 0;
            _ = Kernel.Read(_event, ref rung, sizeof(ulong));
        }
    }

    public void Dispose()
    {
        _ring.Dispose();
        if (_event >= 0)
        {
            _ = Kernel.Close(_event);
        }
    }

    private static partial class Kernel
    {
        public const int NonBlockingCloseOnExec = 0x80800;
        public const int SetTimerSlack = 29;
        public const int ThisThread = 0;
        public const short Readable = 1;

        [StructLayout(LayoutKind.Sequential)]
        public struct TimeSpec
        {
            public nint Seconds;
            public nint Nanoseconds;
        }

        [StructLayout(LayoutKind.Sequential)]
        public struct PollDescriptor
        {
            public int Descriptor;
            public short Events;
            public short Returned;
        }

        [LibraryImport("libc", EntryPoint = "eventfd")]
        public static partial int EventFd(uint initial, int flags);

        [LibraryImport("libc", EntryPoint = "ppoll")]
        public static partial int Poll(ref PollDescriptor watched, nuint count, ref TimeSpec timeout, nint signals);

        [LibraryImport("libc", EntryPoint = "read")]
        public static partial nint Read(int descriptor, ref ulong value, nuint size);

        [LibraryImport("libc", EntryPoint = "write")]
        public static partial nint Write(int descriptor, ref ulong value, nuint size);

        [LibraryImport("libc", EntryPoint = "close")]
        public static partial int Close(int descriptor);

        [LibraryImport("libc", EntryPoint = "setpriority")]
        public static partial int SetPriority(int which, uint who, int nice);

        [LibraryImport("libc", EntryPoint = "prctl")]
        public static partial int ProcessControl(int option, nuint a, nuint b, nuint c, nuint d);
    }
}
