using System.Diagnostics;
using System.Net.Sockets;
using GatewayDashboard.Simulator.Answers;
using GatewayDashboard.Simulator.Journals;

namespace GatewayDashboard.Simulator.Serving;

/// <summary>One request being answered: the steps still to send, and what the clock said about those that went.</summary>
internal sealed class Exchange : IDisposable
{
    private static readonly long RetryTicks = Stopwatch.Frequency / 1000;

    private readonly Socket _socket;
    private readonly IEnumerator<WireStep> _steps;
    private readonly Ending _ending;
    private readonly ExchangeLog _log;
    private readonly ManualResetEventSlim _done = new(false, 0);
    private readonly long _arrival;
    private WireStep _step;
    private ReadOnlyMemory<byte> _rest;
    private long _firstAttempt;
    private volatile bool _clientLeft;

    public Exchange(Socket socket, Reply reply, ExchangeLog log, long arrival)
    {
        _socket = socket;
        _steps = ReplyFraming.Frame(reply).GetEnumerator();
        _ending = reply.Ending;
        _log = log;
        _arrival = arrival;
        NextDue = Advance() ? NextDue : arrival;
    }

    /// <summary>The tick at which <see cref="SendNext"/> should be called.</summary>
    public long NextDue { get; private set; }

    public bool IsDone => _done.IsSet;

    /// <summary>Whether another request may follow on the connection.</summary>
    public bool KeepsAlive => _ending == Ending.KeepAlive && !_clientLeft;

    /// <summary>Called by the connection when it sees that the client has gone; the next send ends the exchange.</summary>
    public void ClientLeft() => _clientLeft = true;

    public bool WaitDone(TimeSpan patience) => _done.Wait(patience);

    /// <summary>Sends what is due and prepares the next step, so that preparing never delays a send. False when nothing is left.</summary>
    public bool SendNext()
    {
        if (_clientLeft)
        {
            return End(JournalOutcome.ClientLeft);
        }

        if (_rest.Length == 0 && !_hasStep)
        {
            return Finish();
        }

        var before = Stopwatch.GetTimestamp();
        var sent = _socket.Send(_rest.Span, SocketFlags.None, out var error);
        var after = Stopwatch.GetTimestamp();

        if (error == SocketError.WouldBlock || (error == SocketError.Success && sent < _rest.Length))
        {
            // The client reads slower than we write. Never wait for it here: other streams are due.
            _firstAttempt = _firstAttempt == 0 ? before : _firstAttempt;
            _rest = _rest[Math.Max(sent, 0)..];
            _log.Blocked();
            NextDue = after + RetryTicks;
            return true;
        }

        if (error != SocketError.Success)
        {
            return End(JournalOutcome.ClientLeft);
        }

        _log.Sent(_step, new SendStamp(_firstAttempt == 0 ? before : _firstAttempt, after));
        _firstAttempt = 0;
        return Advance() || Finish();
    }

    /// <summary>The simulator stops before the exchange is over.</summary>
    public void Abandon() => End(JournalOutcome.Stopped);

    private bool _hasStep;

    private bool Advance()
    {
        _hasStep = _steps.MoveNext();
        if (!_hasStep)
        {
            _rest = default;
            return false;
        }

        _step = _steps.Current;
        _rest = _step.Bytes;
        NextDue = _arrival + _step.Due;
        return true;
    }

    private bool Finish()
    {
        switch (_ending)
        {
            case Ending.Hang:
                // Looked at again now and then, until the client has gone.
                NextDue = Stopwatch.GetTimestamp() + (Stopwatch.Frequency / 20);
                return true;
            case Ending.Close:
                Quietly(() => _socket.Shutdown(SocketShutdown.Send));
                break;
            case Ending.Reset:
                Quietly(() => _socket.LingerState = new LingerOption(true, 0));
                Quietly(_socket.Close);
                break;
        }

        return End(JournalOutcome.Completed);
    }

    private bool End(JournalOutcome outcome)
    {
        if (!_done.IsSet)
        {
            _log.End(outcome);
            _done.Set();
        }

        return false;
    }

    // The client may have closed the socket at the same moment; then there is nothing left to do to it.
    private static void Quietly(Action act)
    {
        try
        {
            act();
        }
        catch (Exception gone) when (gone is SocketException or ObjectDisposedException)
        {
        }
    }

    public void Dispose()
    {
        _steps.Dispose();
        _done.Dispose();
    }
}
