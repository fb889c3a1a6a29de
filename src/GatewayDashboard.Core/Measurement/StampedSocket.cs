using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace GatewayDashboard.Core.Measurement;

/// <summary>The two system calls behind the kernel clock: asking a socket for receive stamps, and a read that brings one along.</summary>
internal static unsafe partial class StampedSocket
{
    private const int SolSocket = 1, SoTimestamping = 37, DontWait = 0x40;
    private const int ReceiveSoftware = 1 << 3, ReportSoftware = 1 << 4;
    private const int Interrupted = 4, Again = 11, PipeBroken = 32, Reset = 104, TimedOut = 110;
    private const int ControlBytes = 128;

    /// <summary>Whether the socket will stamp.</summary>
    public static bool AskForStamps(Socket socket)
    {
        var flags = ReceiveSoftware | ReportSoftware;
        return SetSockOpt(socket.SafeHandle, SolSocket, SoTimestamping, ref flags, sizeof(int)) == 0;
    }

    /// <summary>Reads what is there without waiting.</summary>
    /// <returns>Bytes read, 0 at the end, −1 where there is nothing yet; and the stamp in Stopwatch ticks, null where the read brought none.</returns>
    /// <exception cref="IOException">The connection failed.</exception>
    public static (int Bytes, long? Ticks) Receive(Socket socket, Span<byte> buffer)
    {
        fixed (byte* data = buffer)
        {
            var control = stackalloc byte[ControlBytes];
            var vector = new IoVector { Start = data, Length = buffer.Length };
            while (true)
            {
                var message = new Message { Vectors = &vector, VectorCount = 1, Control = control, ControlLength = ControlBytes };
                var read = ReceiveMessage(socket.SafeHandle, &message, DontWait);
                if (read >= 0)
                {
                    return ((int)read, read > 0 ? Stamp(control, message.ControlLength) : null);
                }

                var error = Marshal.GetLastPInvokeError();
                if (error == Again)
                {
                    return (-1, null);
                }

                if (error != Interrupted)
                {
                    var code = error switch { Reset or PipeBroken => SocketError.ConnectionReset, TimedOut => SocketError.TimedOut, _ => SocketError.SocketError };
                    throw new IOException($"The read failed with errno {error}.", new SocketException((int)code));
                }
            }
        }
    }

    // cmsghdr: length (8 bytes), level (4), type (4); then three timespecs, the first of which is the software stamp.
    private static long? Stamp(byte* control, nint length)
    {
        if (length < 32 || *(int*)(control + 8) != SolSocket || *(int*)(control + 12) != SoTimestamping)
        {
            return null;
        }

        var seconds = *(long*)(control + 16);
        return seconds == 0 ? null : KernelClock.ToTicks((seconds * 1_000_000_000L) + *(long*)(control + 24));
    }

    [StructLayout(LayoutKind.Sequential)]
    private struct IoVector
    {
        public byte* Start;
        public nint Length;
    }

    [StructLayout(LayoutKind.Sequential)]
    private struct Message
    {
        public void* Name;
        public int NameLength;
        public IoVector* Vectors;
        public nint VectorCount;
        public void* Control;
        public nint ControlLength;
        public int Flags;
    }

    [LibraryImport("libc", EntryPoint = "recvmsg", SetLastError = true)]
    private static partial nint ReceiveMessage(SafeHandle socket, Message* message, int flags);

    [LibraryImport("libc", EntryPoint = "setsockopt", SetLastError = true)]
    private static partial int SetSockOpt(SafeHandle socket, int level, int name, ref int value, int length);
}
