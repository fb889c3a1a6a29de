using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace GatewayDashboard.Simulator.Serving;

/// <summary>Reads HTTP/1.1 requests from one connection, within bounds of size and time.</summary>
internal sealed class RequestReader(Socket socket)
{
    public const int MaxHeadBytes = 64 * 1024;
    public const int MaxBodyBytes = 4 * 1024 * 1024;
    private static readonly TimeSpan IdlePatience = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan RequestPatience = TimeSpan.FromSeconds(30);

    private byte[] _buffer = new byte[8 * 1024];
    private int _start;
    private int _end;
    private long _consumed;
    private long _arrival;
    private readonly bool _stamped = ArrivalStamp.Ask(socket);

    /// <summary>The next request, or null when the client has gone or stayed idle.</summary>
    public HttpRequest? Read()
    {
        _consumed = 0;
        if (_start == _end && !Fill(IdlePatience))
        {
            return null;
        }

        var deadline = Stopwatch.StartNew();
        if (ReadHead(deadline) is not { } head)
        {
            return null;
        }

        var lines = head.Split("\r\n");
        var words = lines[0].Split(' ');
        if (words.Length != 3 || !words[2].StartsWith("HTTP/1.", StringComparison.Ordinal) || !words[1].StartsWith('/'))
        {
            throw new RequestRefusedException(400, "The first line is no HTTP/1.1 request line.");
        }

        var headers = ParseHeaders(lines.AsSpan(1));
        if (string.Equals(headers.GetValueOrDefault("Expect"), "100-continue", StringComparison.OrdinalIgnoreCase))
        {
            socket.Send("HTTP/1.1 100 Continue\r\n\r\n"u8, SocketFlags.None, out _);
        }

        if (ReadBody(headers, deadline) is not { } body)
        {
            return null;
        }

        var target = words[1].Split('?', 2);
        return new HttpRequest(words[0].ToUpperInvariant(), target[0], target.Length > 1 ? target[1] : "", headers, body, _arrival, _consumed);
    }

    private string? ReadHead(Stopwatch deadline)
    {
        while (true)
        {
            var length = _buffer.AsSpan(_start, _end - _start).IndexOf("\r\n\r\n"u8);
            if (length > MaxHeadBytes || (length < 0 && _end - _start > MaxHeadBytes))
            {
                throw new RequestRefusedException(431, "The request's headers are larger than 64 KiB.");
            }

            if (length >= 0)
            {
                var head = Encoding.Latin1.GetString(_buffer, _start, length);
                Consume(length + 4);
                return head;
            }

            if (!Fill(RequestPatience - deadline.Elapsed))
            {
                return null;
            }
        }
    }

    private static Dictionary<string, string> ParseHeaders(ReadOnlySpan<string> lines)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var line in lines)
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon <= 0)
            {
                throw new RequestRefusedException(400, "A header line has no name.");
            }

            headers[line[..colon].Trim()] = line[(colon + 1)..].Trim();
        }

        return headers;
    }

    private byte[]? ReadBody(Dictionary<string, string> headers, Stopwatch deadline)
    {
        if (headers.TryGetValue("Transfer-Encoding", out var coding))
        {
            return coding.Equals("chunked", StringComparison.OrdinalIgnoreCase)
                ? ReadChunked(deadline)
                : throw new RequestRefusedException(400, "The only transfer encoding read here is chunked.");
        }

        if (!headers.TryGetValue("Content-Length", out var text))
        {
            return [];
        }

        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var length))
        {
            throw new RequestRefusedException(long.TryParse(text, out var large) && large > 0 ? 413 : 400, "Content-Length is no length up to 4 MiB.");
        }

        return ReadExactly(Bounded(length), deadline);
    }

    private byte[]? ReadChunked(Stopwatch deadline)
    {
        using var body = new MemoryStream();
        while (true)
        {
            if (ReadLine(deadline) is not { } line)
            {
                return null;
            }

            if (!int.TryParse(line.Split(';')[0].Trim(), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var size) || size < 0)
            {
                throw new RequestRefusedException(400, "A chunk has no size.");
            }

            if (size == 0)
            {
                return SkipTrailers(deadline) ? body.ToArray() : null;
            }

            Bounded(body.Length + size);
            if (ReadExactly(size + 2, deadline) is not { } chunk)
            {
                return null;
            }

            body.Write(chunk, 0, size);
        }
    }

    private bool SkipTrailers(Stopwatch deadline)
    {
        while (ReadLine(deadline) is { } line)
        {
            if (line.Length == 0)
            {
                return true;
            }
        }

        return false;
    }

    private string? ReadLine(Stopwatch deadline)
    {
        int length;
        while ((length = _buffer.AsSpan(_start, _end - _start).IndexOf("\r\n"u8)) < 0)
        {
            if (_end - _start > MaxHeadBytes)
            {
                throw new RequestRefusedException(400, "A chunk's size line is longer than 64 KiB.");
            }

            if (!Fill(RequestPatience - deadline.Elapsed))
            {
                return null;
            }
        }

        var line = Encoding.Latin1.GetString(_buffer, _start, length);
        Consume(length + 2);
        return line;
    }

    private byte[]? ReadExactly(int length, Stopwatch deadline)
    {
        while (_end - _start < length)
        {
            if (!Fill(RequestPatience - deadline.Elapsed))
            {
                return null;
            }
        }

        var bytes = _buffer.AsSpan(_start, length).ToArray();
        Consume(length);
        return bytes;
    }

    private static int Bounded(long length) =>
        length <= MaxBodyBytes ? (int)length : throw new RequestRefusedException(413, "The request's body is larger than 4 MiB.");

    private void Consume(int length)
    {
        _start += length;
        _consumed += length;
    }

    /// <summary>Waits for bytes and reads them; false when the client has gone or the patience is over.</summary>
    private bool Fill(TimeSpan patience)
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            _end -= _start;
            _start = 0;
        }

        if (_end == _buffer.Length)
        {
            Array.Resize(ref _buffer, _buffer.Length * 2);
        }

        while (patience > TimeSpan.Zero && socket.Poll(patience, SelectMode.SelectRead))
        {
            var read = Receive();
            if (read > 0)
            {
                _end += read;
                return true;
            }

            if (read == 0)
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>Bytes read and their arrival noted; 0 when the client has gone, −1 when there was nothing after all.</summary>
    private int Receive()
    {
        if (_stamped)
        {
            var stamped = ArrivalStamp.Receive(socket, _buffer.AsSpan(_end), out var arrival);
            _arrival = stamped > 0 ? arrival : _arrival;
            return stamped;
        }

        var read = socket.Receive(_buffer.AsSpan(_end), SocketFlags.None, out var error);
        if (error == SocketError.Success && read > 0)
        {
            _arrival = Stopwatch.GetTimestamp();
        }

        return error == SocketError.WouldBlock ? -1 : error == SocketError.Success ? read : 0;
    }
}
