using System.Buffers;

namespace GatewayDashboard.Core.Completions;

/// <summary>What <see cref="ServerSentEventReader.TryRead"/> found.</summary>
internal enum Frame
{
    /// <summary>Nothing complete yet.</summary>
    None,

    /// <summary>A comment line, as gateways send to keep a connection alive.</summary>
    Comment,

    /// <summary>A complete event, in <see cref="ServerSentEventReader.Data"/> and <see cref="ServerSentEventReader.IsError"/>.</summary>
    Event,

    /// <summary>A blank line that ended no event.</summary>
    Blank,

    /// <summary>A line or event longer than the limit; nothing more can be read.</summary>
    TooLong,
}

/// <summary>
/// Splits a byte stream into server-sent events, however it is cut: LF, CRLF or CR, a byte order mark, several data lines, a last event without its blank line.
/// Bounded, and works in its own buffer, so that whoever fills it decides what a read was and when it arrived.
/// </summary>
internal sealed class ServerSentEventReader(int limit)
{
    private const int ReadSize = 16 * 1024;
    private const byte Cr = (byte)'\r', Lf = (byte)'\n';

    private readonly ArrayBufferWriter<byte> _joined = new();
    private byte[] _buffer = new byte[ReadSize * 2];
    private int _line;
    private int _scanned;
    private int _end;
    private int _dataStart;
    private int _dataLength;
    private int _dataLines;
    private bool _begun;
    private bool _skipLf;
    private bool _ended;

    /// <summary>The event's data, several lines joined by LF. Valid until the next call of any member.</summary>
    public ReadOnlySpan<byte> Data => _dataLines > 1 ? _joined.WrittenSpan : _buffer.AsSpan(_dataStart, _dataLength);

    /// <summary>Whether the event is named <c>error</c>.</summary>
    public bool IsError { get; private set; }

    /// <summary>Lines that belong to no field of the format: HTML, bare JSON.</summary>
    public int StrayLines { get; private set; }

    /// <summary>What was read and not yet taken apart.</summary>
    public ReadOnlySpan<byte> Pending => _buffer.AsSpan(_line, _end - _line);

    /// <summary>Room to read into; say how much came with <see cref="Advance"/>.</summary>
    public Memory<byte> Space()
    {
        var keep = _dataLines == 1 ? _dataStart : _line;
        if (keep > 0 && _buffer.Length - _end < ReadSize)
        {
            _buffer.AsSpan(keep, _end - keep).CopyTo(_buffer);
            _line -= keep;
            _scanned -= keep;
            _end -= keep;
            _dataStart = _dataLines == 1 ? 0 : _dataStart;
        }

        if (_buffer.Length - _end < ReadSize)
        {
            Array.Resize(ref _buffer, _buffer.Length * 2);
        }

        return _buffer.AsMemory(_end, ReadSize);
    }

    /// <summary>So many bytes were read into <see cref="Space"/>.</summary>
    public void Advance(int count) => _end += count;

    /// <summary>No more bytes will come: what is left counts as a last line and event.</summary>
    public void End() => _ended = true;

    /// <summary>The next frame of what was read so far.</summary>
    public Frame TryRead()
    {
        if (!SkipByteOrderMark())
        {
            return Frame.None;
        }

        while (true)
        {
            if (_skipLf && _line < _end)
            {
                _skipLf = false;
                if (_buffer[_line] == Lf)
                {
                    _scanned = Math.Max(_scanned, ++_line);
                }
            }

            var found = _buffer.AsSpan(_scanned, _end - _scanned).IndexOfAny(Lf, Cr);
            if (found < 0)
            {
                _scanned = _end;
                return _end - _line > limit ? Frame.TooLong : _ended ? TakeRest() : Frame.None;
            }

            var line = _line;
            var length = _scanned + found - line;
            _skipLf = _buffer[_scanned + found] == Cr;
            _line = _scanned = _scanned + found + 1;
            if (length > limit)
            {
                return Frame.TooLong;
            }

            if (Take(line, length) is not Frame.None and var frame)
            {
                return frame;
            }
        }
    }

    /// <summary>Makes room for the next event; call after <see cref="Data"/> was used.</summary>
    public void Release()
    {
        _dataLines = 0;
        IsError = false;
        _joined.ResetWrittenCount();
    }

    private Frame TakeRest()
    {
        if (_line < _end)
        {
            var (line, length) = (_line, _end - _line);
            _line = _scanned = _end;
            if (Take(line, length) is not Frame.None and var frame)
            {
                return frame;
            }
        }

        return _dataLines > 0 ? Frame.Event : Frame.None;
    }

    private Frame Take(int start, int length)
    {
        if (length == 0)
        {
            return _dataLines > 0 || IsError ? Frame.Event : Frame.Blank;
        }

        var line = _buffer.AsSpan(start, length);
        if (line[0] == ':')
        {
            return Frame.Comment;
        }

        var colon = line.IndexOf((byte)':');
        var name = colon < 0 ? line : line[..colon];
        var value = colon < 0 ? length : colon + 1;
        if (value < length && line[value] == ' ')
        {
            value++;
        }

        if (name.SequenceEqual("data"u8))
        {
            return AddData(start + value, length - value);
        }

        if (name.SequenceEqual("event"u8))
        {
            IsError = line[value..].SequenceEqual("error"u8);
        }
        else if (!name.SequenceEqual("id"u8) && !name.SequenceEqual("retry"u8))
        {
            StrayLines++;
        }

        return Frame.None;
    }

    private Frame AddData(int start, int length)
    {
        if (_dataLines == 0)
        {
            (_dataStart, _dataLength) = (start, length);
        }
        else
        {
            if (_dataLines == 1)
            {
                _joined.Write(_buffer.AsSpan(_dataStart, _dataLength));
            }

            _joined.Write("\n"u8);
            _joined.Write(_buffer.AsSpan(start, length));
        }

        _dataLines++;
        return _joined.WrittenCount > limit ? Frame.TooLong : Frame.None;
    }

    private bool SkipByteOrderMark()
    {
        if (_begun)
        {
            return true;
        }

        ReadOnlySpan<byte> mark = [0xEF, 0xBB, 0xBF];
        var head = _buffer.AsSpan(0, Math.Min(_end, mark.Length));
        if (head.Length < mark.Length && mark.StartsWith(head) && !_ended)
        {
            return false;
        }

        _begun = true;
        _line = _scanned = head.SequenceEqual(mark) ? mark.Length : 0;
        return true;
    }
}
