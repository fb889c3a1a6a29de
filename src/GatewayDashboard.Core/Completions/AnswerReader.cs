using System.Text;
using GatewayDashboard.Core.Gateways;
using GatewayDashboard.Core.Measurement;

namespace GatewayDashboard.Core.Completions;

/// <summary>
/// Turns what the reads of one call bring into events, folded into its meter on the way. Events of one read are told together:
/// each carries the arrival of that read, and is marked where the read completed several.
/// </summary>
internal sealed class AnswerReader(GatewayDialect dialect, CallLimits limits, CallMeter meter)
{
    private readonly ServerSentEventReader _frames = new(limits.EventBytes);
    private readonly ChunkParser _chunks = new(dialect);
    private readonly Chunk _chunk = new();
    private readonly List<CompletionEvent> _told = [];
    private readonly List<(ChunkPiece Piece, CompletionEvent? Other)> _found = [];
    private long _bytes;
    private int _events;
    private int _tokenEvents;
    private bool _finished;

    public string? Model => _chunks.Model;

    public string? Provider => _chunks.Provider;

    public string? Fingerprint => _chunks.Fingerprint;

    public bool ModelChanged => _chunks.ModelChanged;

    /// <summary><c>[DONE]</c> was read.</summary>
    public bool Done { get; private set; }

    /// <summary>Bytes came after <c>[DONE]</c>.</summary>
    public bool AfterDone => Done && !_frames.Pending.Trim("\r\n"u8).IsEmpty;

    /// <summary>The gateway said inside the stream that something went wrong.</summary>
    public ErrorBody? Error { get; private set; }

    /// <summary>An event was not JSON, or not of a form that any gateway documents.</summary>
    public bool Undecodable { get; private set; }

    /// <summary>Which limit was passed, in a sentence; null while none was.</summary>
    public string? Exceeded { get; private set; }

    /// <summary>Text came for choices that were never asked for.</summary>
    public bool OtherChoice { get; private set; }

    /// <summary>Lines that are no server-sent events.</summary>
    public int StrayLines => _frames.StrayLines;

    /// <summary>The body's bytes that are not yet taken apart.</summary>
    public ReadOnlySpan<byte> Pending => _frames.Pending;

    /// <summary>Nothing that is still to come can change how the call ends.</summary>
    public bool Over => Error is not null || Exceeded is not null;

    /// <summary>Room for the next read.</summary>
    public Memory<byte> Space() => _frames.Space();

    /// <summary>So many bytes came into <see cref="Space"/>.</summary>
    public void Advance(int count)
    {
        _frames.Advance(count);
        _bytes += count;
        if (_bytes > limits.BodyBytes)
        {
            Exceeded = $"The answer is longer than {limits.BodyBytes} bytes.";
        }
    }

    /// <summary>The events that the read arriving at <paramref name="ticks"/> completed. The list is used again by the next call.</summary>
    public IReadOnlyList<CompletionEvent> Read(long ticks)
    {
        _told.Clear();
        _found.Clear();
        _tokenEvents = 0;
        while (!Over && !Done)
        {
            var frame = _frames.TryRead();
            if (frame == Frame.None)
            {
                break;
            }

            Take(frame, ticks);
        }

        Tell(ticks);
        return _told;
    }

    /// <summary>The body has ended: what is left counts as a last event.</summary>
    public IReadOnlyList<CompletionEvent> End(long ticks)
    {
        _frames.End();
        return Read(ticks);
    }

    /// <summary>A whole completion, answered in one piece.</summary>
    public IReadOnlyList<CompletionEvent> ReadWhole(ReadOnlySpan<byte> body, long ticks)
    {
        meter.Whole = true;
        _told.Clear();
        _found.Clear();
        Take(body, ticks);
        Tell(ticks);
        return _told;
    }

    private void Take(Frame frame, long ticks)
    {
        if (frame == Frame.TooLong)
        {
            Exceeded = $"A line or event is longer than {limits.EventBytes} bytes.";
            return;
        }

        if (++_events > limits.Events)
        {
            Exceeded = $"The stream has more than {limits.Events} events.";
            return;
        }

        if (frame == Frame.Comment)
        {
            meter.SawComment(ticks);
        }
        else if (frame == Frame.Event)
        {
            meter.SawData(ticks);
            if (!IsDone(_frames.Data))
            {
                Take(_frames.Data, ticks);
            }

            _frames.Release();
        }
    }

    private void Take(ReadOnlySpan<byte> data, long ticks)
    {
        if (data.Length > 0 && data[0] == ':')
        {
            // A gateway in front of OpenRouter may wrap its comments up as data.
            meter.Note("comment-in-data");
            return;
        }

        _chunk.Clear();
        var values = _chunks.Parse(data, _chunk);
        if (_chunk.IsError || _frames.IsError)
        {
            Error = ErrorBody.Read(data.ToArray());
            return;
        }

        if (values <= 0 || _chunk.Malformed)
        {
            Undecodable = true;
        }
        else if (values > 1)
        {
            meter.Note("joined-events");
        }

        NoteOddities();
        Collect(ticks);
    }

    private void Collect(long ticks)
    {
        if (_chunk.Pieces.Count > 0)
        {
            _tokenEvents++;
            if (_finished)
            {
                meter.Note("text-after-finish");
            }

            foreach (var piece in _chunk.Pieces)
            {
                _found.Add((piece, null));
            }
        }

        if (_chunk.FinishReason is { } reason)
        {
            _finished = true;
            _found.Add((default, new Finished(ticks, reason)));
        }

        if (_chunk.Usage is { } usage)
        {
            _found.Add((default, new UsageReported(ticks, usage)));
        }
    }

    private void Tell(long ticks)
    {
        var coalesced = _tokenEvents > 1;
        meter.CoalescedReads += coalesced ? 1 : 0;
        if (coalesced && !meter.SawToken && !meter.Whole)
        {
            // Its stamp is that of the last token of the read: an upper bound.
            meter.Note("first-token-coalesced");
        }

        foreach (var (piece, other) in _found)
        {
            var happening = other ?? (piece.Channel == TokenChannel.ToolCall
                ? new ToolCallDelta(ticks, piece.Tool, piece.ToolName, piece.Text, coalesced)
                : new TextDelta(ticks, piece.Channel, piece.Text, coalesced));
            meter.Add(happening);
            _told.Add(happening);
        }

        if (meter.TextBytes > limits.TextBytes)
        {
            Exceeded = $"The text is longer than {limits.TextBytes} bytes.";
        }
    }

    private bool IsDone(ReadOnlySpan<byte> data)
    {
        if (data.SequenceEqual("[DONE]"u8))
        {
            return Done = true;
        }

        var bare = data.Trim(" \t\""u8);
        if (bare.Length == 6 && Ascii.EqualsIgnoreCase(bare, "[DONE]"u8))
        {
            meter.Note("odd-done");
            return Done = true;
        }

        return false;
    }

    private void NoteOddities()
    {
        OtherChoice |= _chunk.OtherChoice;
        if (_chunk.InvalidUtf8)
        {
            meter.Note("invalid-utf8");
        }

        if (_chunk.UnreadableUsage)
        {
            meter.Note("usage-unreadable");
        }
    }
}
