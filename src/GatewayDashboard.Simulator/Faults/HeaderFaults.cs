using System.Globalization;
using System.IO.Compression;
using System.Text;
using GatewayDashboard.Simulator.Answers;
using GatewayDashboard.Simulator.Serving;

namespace GatewayDashboard.Simulator.Faults;

/// <summary>Group C, second half: answers with success on their first line that are wrong all the same, and broken HTTP.</summary>
internal static class HeaderFaults
{
    private const int BombPieceBytes = 10 * 1024 * 1024;
    private const int BombPieces = 1024;

    public static readonly Fault[] All =
    [
        new("C20", "200 with a login page", _ => FaultScene.Page(200, "Sign in to the network")),
        new("C21", "200 with a whole completion in JSON although a stream was asked for", scene => WholeAnswer.Write(scene.Answer)),
        new("C22", "200 with an error in JSON", scene => scene.Refuses(500, "The upstream failed.", "server_error") with { Status = 200 }),
        new("C23", "200 with an empty body", scene => scene.Reply with { Parts = [] }),
        new("C24", "204", _ => new Reply { Status = 204, ContentLength = 0 }),
        new("C25", "206 (or status) around a sound stream", scene => scene.Reply with { Status = scene.Status(206) }),
        new("C29", "a stream without content type; as text/plain; as lines of JSON", 3, scene => scene.Pick(
            scene.Reply with { Headers = [.. scene.Reply.Headers.Where(header => header.Key != "Content-Type")] },
            scene.Reply.With("Content-Type", "text/plain"),
            scene.Rewrites(text => text.Replace("data: ", "", StringComparison.Ordinal).Replace("\n\n", "\n", StringComparison.Ordinal)).With("Content-Type", "application/x-ndjson"))),
        new("C30", "charset iso-8859-1 named, UTF-8 sent", scene => scene.Says(" naïve 価格 €").With("Content-Type", "text/event-stream; charset=iso-8859-1")),
        new("C31", "gzip that nobody asked for", scene => Reply.Whole(200, "text/event-stream", "").With("Content-Encoding", "gzip") with
        {
            Parts = [new BodyPart(PartKind.Raw, 0, Gzip(Encoding.UTF8.GetBytes(string.Concat(scene.Reply.Parts.Select(part => part.Text)))))],
            ContentLength = null,
        }),
        new("C32", "a gzip bomb: 10 KiB on the wire for every 10 MiB, a thousand times", scene => scene.Reply.With("Content-Encoding", "gzip") with { Parts = Bomb() }),
        new("C33", "one header of 70,000 bytes; 10,000 headers", 2, scene => scene.Pick(
            scene.Reply.With("X-Long", new string('a', 70_000)),
            scene.Reply with { Headers = [.. scene.Reply.Headers, .. Enumerable.Range(0, 10_000).Select(number => new KeyValuePair<string, string>(string.Create(CultureInfo.InvariantCulture, $"X-{number}"), "a"))] })),
        new("C34", "no HTTP at all; half a status line", 2, scene => scene.Bytes(scene.Pick("SSH-2.0-OpenSSH_9.6\r\n", "HTTP/1.1 2"), Ending.Close)),
        new("C35", "Content-Length and chunks together", scene => scene.Reply.With("Content-Length", "10").With("Transfer-Encoding", "chunked")),
        new("C36", "Content-Length longer than the body; shorter", 2, scene => Mislength(scene, scene.Pick(50, -10))),
        new("C37", "a chunk without a size; no last chunk", 2, scene => scene.Pick(
            scene.Wire(steps => BadChunk(steps, scene.At), Ending.Close),
            scene.Reply with { Complete = false, Ending = Ending.Close })),
        new("C38", "fifty times 100 Continue first; 103 first", 2, scene => scene.Wire(steps =>
            steps.Prepend(Raw(scene.Pick(string.Concat(Enumerable.Repeat("HTTP/1.1 100 Continue\r\n\r\n", 50)), "HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n"))))),
        new("C39", "cookies, Alt-Svc and HSTS", scene => scene.Reply.With("Set-Cookie", "session=1; Path=/").With("Alt-Svc", "h3=\":443\"").With("Strict-Transport-Security", "max-age=31536000")),
        new("C40", "a header with markup and terminal escapes", scene => scene.Reply.With("X-Request-Id", "\u001b[31m<script>alert(1)</script>")),
        new("C42", "a trailer that reports an error", scene => scene.Wire(steps => steps.Select(Trailer))),
    ];

    private static WireStep Raw(string text) => new(PartKind.Raw, 0, Encoding.Latin1.GetBytes(text), 0);

    private static byte[] Gzip(ReadOnlySpan<byte> plain)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal))
        {
            gzip.Write(plain);
        }

        return packed.ToArray();
    }

    // Concatenated gzip members are one valid gzip file, so the piece is packed once.
    private static IEnumerable<BodyPart> Bomb()
    {
        var piece = Gzip(new byte[BombPieceBytes]);
        return Enumerable.Repeat(new BodyPart(PartKind.Raw, 0, piece), BombPieces);
    }

    private static Reply Mislength(FaultScene scene, int by)
    {
        var body = Encoding.UTF8.GetBytes(WholeAnswer.Json(scene.Answer));
        return Reply.Json(200, "") with { Parts = [new BodyPart(PartKind.Content, 0, body, scene.Answer.Plan.CompletionTokens)], ContentLength = body.Length + by, Ending = Ending.Close };
    }

    private static IEnumerable<WireStep> BadChunk(IEnumerable<WireStep> steps, int at)
    {
        var token = 0;
        foreach (var step in steps)
        {
            if (step.Kind == PartKind.Content && token++ == at)
            {
                yield return step with { Kind = PartKind.Raw, Bytes = Encoding.ASCII.GetBytes("zz\r\ndata: {}\r\n") };
                yield break;
            }

            yield return step;
        }
    }

    private static WireStep Trailer(WireStep step) => step.Bytes.Span.EndsWith("0\r\n\r\n"u8)
        ? step with { Bytes = new byte[][] { step.Bytes[..^2].ToArray(), Encoding.ASCII.GetBytes("x-stream-error: 500 upstream failed\r\n\r\n") }.SelectMany(bytes => bytes).ToArray() }
        : step;
}
