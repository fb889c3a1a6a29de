using System.Buffers;
using System.Diagnostics;

namespace GatewayDashboard.Core.Completions;

internal sealed partial class GatewayCall
{
    private const int MostRefusalBytes = 64 * 1024;

    private CallPhase _phase = CallPhase.FirstToken;
    private long? _done;
    private long _lastArrival;
    private bool _bodyEnded;

    private async ValueTask ReadStreamAsync()
    {
        var count = await _body!.ReadAsync(_answer.Space(), _clocks.Token).ConfigureAwait(false);
        _lastArrival = _lane!.Stream!.LastArrival;
        if (count == 0)
        {
            _bodyEnded = true;
            _events.AddRange(_answer.End(_lastArrival));
            _done ??= _lastArrival;
            EndOfStream();
            return;
        }

        _meter.Reads++;
        _answer.Advance(count);
        _events.AddRange(_answer.Read(_lastArrival));
        if (_answer.Over || _answer.AfterDone)
        {
            _done ??= _lastArrival;
            EndOfStream();
            return;
        }

        SetClock();
    }

    /// <summary>Only progress moves the limit between tokens: comments and empty events do not.</summary>
    private void SetClock()
    {
        var (phase, limit) = _answer.Done ? (CallPhase.AfterDone, _room.Options.AfterDone)
            : _meter.FinishReason is not null ? (CallPhase.AfterFinish, _room.Options.AfterFinish)
            : _meter.SawToken ? (CallPhase.Idle, _limits.Idle)
            : (CallPhase.FirstToken, _limits.FirstToken);
        if (_answer.Done)
        {
            _done ??= _lastArrival;
        }

        if (phase != _phase)
        {
            _phase = phase;
            _clocks.Begin(phase, _lastArrival, limit);
        }
        else if (phase == CallPhase.Idle)
        {
            _clocks.Extend(_meter.LastToken!.Value, limit);
        }
    }

    /// <summary>A body whose type says nothing: its first bytes decide.</summary>
    private async ValueTask ReadUnnamedAsync()
    {
        var count = await _body!.ReadAsync(_answer.Space(), _clocks.Token).ConfigureAwait(false);
        _lastArrival = _lane!.Stream!.LastArrival;
        _answer.Advance(count);
        var first = _answer.Pending.TrimStart(" \t\r\n"u8);
        if (first.Length > 0 && first[0] is (byte)'{' or (byte)'[' or (byte)'<')
        {
            await ReadWholeAsync().ConfigureAwait(false);
            return;
        }

        if (count > 0)
        {
            _meter.Note("content-type");
            _meter.Reads++;
            _events.AddRange(_answer.Read(_lastArrival));
            SetClock();
        }

        _next = ReadStreamAsync;
    }

    /// <summary>A whole completion.</summary>
    private async ValueTask ReadWholeAsync()
    {
        if (await ReadRestAsync(_limits.BodyBytes).ConfigureAwait(false) is not { } body)
        {
            End(Outcome.Limit, Fault($"The answer is longer than {_limits.BodyBytes} bytes."));
            return;
        }

        _done = _lastArrival;
        _events.AddRange(_answer.ReadWhole(body.Span, _lastArrival));
        EndOfWhole(body);
    }

    /// <summary>The body of a response that is not an answer.</summary>
    private async ValueTask ReadRefusalAsync()
    {
        ReadOnlyMemory<byte> body = default;
        try
        {
            body = await ReadRestAsync(MostRefusalBytes).ConfigureAwait(false) ?? default;
        }
        catch (Exception e) when (e is IOException or HttpRequestException || (e is OperationCanceledException && !_cancellationToken.IsCancellationRequested))
        {
            // The status has said it already; the words are lost.
        }

        EndByStatus(ErrorBody.Read(body));
    }

    private ValueTask EndByRedirectAsync()
    {
        var to = _response!.Headers.NonValidated.TryGetValues("Location", out var location) ? location.ToString() : "nowhere";
        EndByStatus(new ErrorBody($"The gateway redirects to {to}.", null, IsJson: false, IsHtml: false));
        return ValueTask.CompletedTask;
    }

    private async ValueTask<ReadOnlyMemory<byte>?> ReadRestAsync(long limit)
    {
        var body = new ArrayBufferWriter<byte>(4096);
        body.Write(_answer.Pending);
        while (await _body!.ReadAsync(body.GetMemory(4096), _clocks.Token).ConfigureAwait(false) is > 0 and var count)
        {
            body.Advance(count);
            _lastArrival = _lane!.Stream!.LastArrival;
            if (body.WrittenCount > limit)
            {
                return null;
            }
        }

        _bodyEnded = true;
        _lastArrival = _lastArrival == 0 ? Stopwatch.GetTimestamp() : _lastArrival;
        return body.WrittenMemory;
    }
}
