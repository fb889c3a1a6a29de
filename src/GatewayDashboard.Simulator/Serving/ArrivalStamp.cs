using System.Diagnostics;
using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace GatewayDashboard.Simulator.Serving;

/// <summary>
/// When a request's bytes reached the machine, by the kernel's own stamp where it gives one: on a busy machine the reading thread may run
/// milliseconds later, and the truth about a latency must not depend on that.
/// </summary>
internal static unsafe partial class ArrivalStamp
{
    private const int SolSocket = 1, SoTimestamping = 37, DontWait = 0x40, Again = 11;
    private const int Software = (1 << 3) | (1 << 4);
    private const int ControlBytes = 128;
    private const int Tries = 16;

    /// <summary>Asks the socket for stamps; false where the system has none.</summary>
    public static bool Ask(Socket socket)
    {
        if (!OperatingSystem.IsLinux() || IntPtr.Size != 8)
        {
            return false;
        }

        var flags = Software;
        return SetSockOpt(socket.SafeHandle, SolSocket, SoTimestamping, ref flags, sizeof(int)) == 0;
    }

    /// <summary>Reads what is there without waiting: the bytes, −1 where there is nothing, and their arrival in Stopwatch ticks.</summary>
    public static int Receive(Socket socket, Span<byte> buffer, out long arrival)
    {
        fixed (byte* data = buffer)
        {
            var control = stackalloc byte[ControlBytes];
            var vector = new Piece { Start = data, Length = buffer.Length };
            var message = new Message { Pieces = &vector, PieceCount = 1, Control = control, ControlLength = ControlBytes };
            var read = ReceiveMessage(socket.SafeHandle, &message, DontWait);
            if (read < 0 && Marshal.GetLastPInvokeError() != Again)
            {
                throw new SocketException((int)SocketError.ConnectionReset);
            }

            arrival = (read > 0 ? Stamp(control, message.ControlLength) : null) ?? Stopwatch.GetTimestamp();
            return (int)read;
        }
    }

    // A control message: length (8 bytes), level (4), kind (4), then the software stamp in seconds and nanoseconds of the wall clock.
    private static long? Stamp(byte* control, nint length)
    {
        if (length < 32 || *(int*)(control + 8) != SolSocket || *(int*)(control + 12) != SoTimestamping || *(long*)(control + 16) == 0)
        {
            return null;
        }

        return (*(long*)(control + 16) * 1_000_000_000L) + *(long*)(control + 24) - WallAheadOfTicks();
    }

    /// <summary>How far the wall clock is ahead of Stopwatch, nanoseconds: the narrowest of several brackets, taken now, because the wall clock may be set at any time.</summary>
    private static long WallAheadOfTicks()
    {
        var best = (Ahead: 0L, Width: long.MaxValue);
        for (var i = 0; i < Tries; i++)
        {
            var before = Stopwatch.GetTimestamp();
            _ = ClockGetTime(0, out var now);
            var after = Stopwatch.GetTimestamp();
            if (after - before < best.Width)
            {
                best = ((now.Seconds * 1_000_000_000L) + now.Nanoseconds - ((before + after) / 2), after - before);
            }
        }

        return best.Ahead;
    }

    [StructLayout(LayoutKind.Sequential)]
    private struct Piece
    {
        public byte* Start;
        public nint Length;
    }

    [StructLayout(LayoutKind.Sequential)]
    private struct Message
    {
        public void* Name;
        public int NameLength;
        public Piece* Pieces;
        public nint PieceCount;
        public void* Control;
        public nint ControlLength;
        public int Flags;
    }

    [StructLayout(LayoutKind.Sequential)]
    private struct WallTime
    {
        public long Seconds;
        public long Nanoseconds;
    }

    [LibraryImport("libc", EntryPoint = "recvmsg", SetLastError = true)]
    private static partial nint ReceiveMessage(SafeHandle socket, Message* message, int flags);

    [LibraryImport("libc", EntryPoint = "setsockopt", SetLastError = true)]
    private static partial int SetSockOpt(SafeHandle socket, int level, int name, ref int value, int length);

    [LibraryImport("libc", EntryPoint = "clock_gettime")]
    private static partial int ClockGetTime(int clock, out WallTime time);
}
