using System.Text;
using GatewayDashboard.Simulator.Serving;

namespace GatewayDashboard.Simulator.Answers;

/// <summary>A response before it is framed: faults change it as data.</summary>
internal sealed record Reply
{
    public int Status { get; init; } = 200;

    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    public IEnumerable<BodyPart> Parts { get; init; } = [];

    /// <summary>Known length of the body, or null to send it in HTTP chunks.</summary>
    public long? ContentLength { get; init; }

    public Ending Ending { get; init; } = Ending.KeepAlive;

    /// <summary>Whether a body in chunks gets its closing chunk; false where a fault cuts it.</summary>
    public bool Complete { get; init; } = true;

    /// <summary>A last change to the framed bytes, for faults below HTTP; null for none.</summary>
    public Func<IEnumerable<WireStep>, IEnumerable<WireStep>>? Wire { get; init; }

    public string? Fault { get; init; }

    public static Reply Json(int status, string json, long due = 0, params KeyValuePair<string, string>[] headers) =>
        Whole(status, "application/json", json, due, headers);

    public static Reply Whole(int status, string contentType, string body, long due = 0, params KeyValuePair<string, string>[] headers)
    {
        var part = BodyPart.Of(PartKind.Raw, due, body);
        return new Reply { Status = status, Headers = [new("Content-Type", contentType), .. headers], Parts = [part], ContentLength = part.Bytes.Length };
    }

    /// <summary>The same reply, after which the connection ends as announced.</summary>
    public Reply ThenClose() => With("Connection", "close") with { Ending = Ending.Close };

    /// <summary>The same reply with another header, which replaces one of that name.</summary>
    public Reply With(string name, string value) => this with { Headers = [.. Headers.Where(header => !Same(header.Key, name)), new(name, value)] };

    public byte[] Head()
    {
        var head = new StringBuilder().Append("HTTP/1.1 ").Append(Status).Append(' ').Append(ReasonPhrases.Of(Status)).Append("\r\n");
        foreach (var (name, value) in Headers)
        {
            head.Append(name).Append(": ").Append(value).Append("\r\n");
        }

        if (Headers.All(header => !Same(header.Key, "Content-Length") && !Same(header.Key, "Transfer-Encoding")))
        {
            head.Append(ContentLength is { } length ? $"Content-Length: {length}\r\n" : "Transfer-Encoding: chunked\r\n");
        }

        return Encoding.Latin1.GetBytes(head.Append("\r\n").ToString());
    }

    private static bool Same(string one, string other) => one.Equals(other, StringComparison.OrdinalIgnoreCase);
}

/// <summary>What happens to the connection after the last byte.</summary>
internal enum Ending
{
    KeepAlive,

    /// <summary>An ordinary end (FIN).</summary>
    Close,

    /// <summary>An abrupt end (RST).</summary>
    Reset,

    /// <summary>Nothing: the connection stays open until the client leaves.</summary>
    Hang,
}
