using System.Diagnostics;
using System.Net.Sockets;
using System.Runtime.CompilerServices;

namespace GatewayDashboard.Core.Measurement;

/// <summary>
/// A socket stream that knows when its bytes arrived: by the kernel's receive stamp, so that no scheduler, thread pool, garbage collection or JIT stands
/// between a byte and its time, or else by the moment the read returned. One reader and one writer at a time. For https an SslStream lies on top.
/// </summary>
internal sealed class StampedStream : Stream
{
    private readonly Socket _socket;
    private readonly NetworkStream _writer;
    private readonly bool _kernel;
    private bool _drained;

    public StampedStream(Socket socket, ArrivalClock wanted)
    {
        _socket = socket;
        _writer = new NetworkStream(socket, ownsSocket: true);
        _kernel = wanted == ArrivalClock.Kernel && KernelClock.Supported && StampedSocket.AskForStamps(socket);
    }

    /// <summary>Who held the watch since <see cref="Rearm"/>: the kernel only if every read had a stamp.</summary>
    public ArrivalClock Clock => _kernel && UnstampedReads == 0 ? ArrivalClock.Kernel : ArrivalClock.User;

    /// <summary>Arrival of the bytes last read, Stopwatch ticks.</summary>
    public long LastArrival { get; private set; }

    /// <summary>Reads since <see cref="Rearm"/> that fell back to the moment they returned.</summary>
    public int UnstampedReads { get; private set; }

    /// <summary>The first write since <see cref="Rearm"/>: a request's t0. 0 where nothing was written.</summary>
    public long FirstWrite { get; private set; }

    /// <summary>Makes ready for the next request.</summary>
    public void Rearm() => (FirstWrite, UnstampedReads) = (0, 0);

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (!_kernel)
        {
            return ReadUnstampedAsync(buffer, cancellationToken);
        }

        // After a read that emptied the socket, asking again at once would only be a wasted system call.
        if (buffer.Length > 0 && !_drained && Receive(buffer.Span) is >= 0 and var read)
        {
            return ValueTask.FromResult(read);
        }

        return ReadWhenReadyAsync(buffer, cancellationToken);
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<int> ReadWhenReadyAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        while (true)
        {
            // A read of nothing only waits.
            await _socket.ReceiveAsync(Memory<byte>.Empty, SocketFlags.None, cancellationToken).ConfigureAwait(false);
            _drained = false;
            if (buffer.Length == 0)
            {
                return 0;
            }

            if (Receive(buffer.Span) is >= 0 and var read)
            {
                return read;
            }
        }
    }

    private int Receive(Span<byte> buffer)
    {
        var (read, ticks) = StampedSocket.Receive(_socket, buffer);
        if (read < 0)
        {
            return read;
        }

        if (read > 0 && ticks is null)
        {
            UnstampedReads++;
        }

        _drained = read < buffer.Length;
        LastArrival = ticks ?? Stopwatch.GetTimestamp();
        return read;
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<int> ReadUnstampedAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        var read = await _socket.ReceiveAsync(buffer, SocketFlags.None, cancellationToken).ConfigureAwait(false);
        if (buffer.Length > 0)
        {
            LastArrival = Stopwatch.GetTimestamp();
        }

        return read;
    }

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (FirstWrite == 0)
        {
            FirstWrite = Stopwatch.GetTimestamp();
        }

        return _writer.WriteAsync(buffer, cancellationToken);
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("Asynchronous reads only.");

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException("Asynchronous writes only.");

    public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public override void Flush()
    {
    }

    public override bool CanRead => true;

    public override bool CanWrite => true;

    public override bool CanSeek => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _writer.Dispose();
        }

        base.Dispose(disposing);
    }
}
