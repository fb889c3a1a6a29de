using System.Globalization;
using System.Text;
using GatewayDashboard.Simulator.Answers;

namespace GatewayDashboard.Simulator.Serving;

/// <summary>Turns a reply into the bytes of HTTP/1.1, one step a body part.</summary>
internal static class ReplyFraming
{
    private static readonly byte[] LastChunk = "0\r\n\r\n"u8.ToArray();

    public static IEnumerable<WireStep> Frame(Reply reply)
    {
        var steps = reply.ContentLength is null ? Chunked(reply) : Plain(reply);
        return reply.Wire is null ? steps : reply.Wire(steps);
    }

    /// <summary>A whole body of known length leaves together with its head, as servers write it.</summary>
    private static IEnumerable<WireStep> Plain(Reply reply)
    {
        ReadOnlyMemory<byte> pending = reply.Head();
        foreach (var part in reply.Parts)
        {
            yield return new WireStep(part.Kind, part.Due, Join(pending.Span, part.Bytes.Span), part.Tokens);
            pending = default;
        }

        if (pending.Length > 0)
        {
            yield return new WireStep(PartKind.Head, 0, pending, 0);
        }
    }

    private static IEnumerable<WireStep> Chunked(Reply reply)
    {
        yield return new WireStep(PartKind.Head, 0, reply.Head(), 0);
        BodyPart? previous = null;
        foreach (var part in reply.Parts)
        {
            if (previous is { } ready)
            {
                yield return Step(ready, []);
            }

            previous = part;
        }

        // The closing chunk rides with the last part, so that the end of the body and the last event arrive as one.
        var closing = reply.Complete ? LastChunk : [];
        if (previous is { } last)
        {
            yield return Step(last, closing);
        }
        else if (closing.Length > 0)
        {
            yield return new WireStep(PartKind.Raw, 0, closing, 0);
        }
    }

    private static WireStep Step(BodyPart part, ReadOnlySpan<byte> closing) =>
        new(part.Kind, part.Due, Join(Chunk(part.Bytes.Span), closing), part.Tokens);

    /// <summary>One chunk of HTTP's chunked transfer coding.</summary>
    public static byte[] Chunk(ReadOnlySpan<byte> body)
    {
        if (body.Length == 0)
        {
            return [];
        }

        var size = Encoding.ASCII.GetBytes(body.Length.ToString("x", CultureInfo.InvariantCulture) + "\r\n");
        var chunk = new byte[size.Length + body.Length + 2];
        size.CopyTo(chunk, 0);
        body.CopyTo(chunk.AsSpan(size.Length));
        chunk[^2] = (byte)'\r';
        chunk[^1] = (byte)'\n';
        return chunk;
    }

    private static byte[] Join(ReadOnlySpan<byte> first, ReadOnlySpan<byte> second)
    {
        var both = new byte[first.Length + second.Length];
        first.CopyTo(both);
        second.CopyTo(both.AsSpan(first.Length));
        return both;
    }
}
