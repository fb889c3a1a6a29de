using System.Text;
using GatewayDashboard.Simulator.Answers;

namespace GatewayDashboard.Simulator.Faults;

/// <summary>Group D, first half: the framing of events.</summary>
internal static class FramingFaults
{
    private const int LinePieceBytes = 64 * 1024;

    public static readonly Fault[] All =
    [
        new("D1", "every event cut at every byte", scene => scene.Parts(parts => Chunking.Split(parts, 1))),
        new("D2", "many events in one read", scene => scene.Parts(parts => Chunking.Join(parts, 10_000))),
        new("D3", "lines end with CRLF; with CR; mixed", 3, scene => scene.Rewrites(text => text.Replace("\n", scene.Pick("\r\n", "\r", "\n"), StringComparison.Ordinal).Replace("\n\n", "\r\n\n", StringComparison.Ordinal))),
        new("D4", "data: without a space; with a tab; with two spaces", 3, scene => scene.Replaces("data: ", scene.Pick("data:", "data:\t", "data:  "))),
        new("D5", "a byte order mark first", scene => scene.Parts(parts => parts.Prepend(new BodyPart(PartKind.Raw, 0, Encoding.UTF8.Preamble.ToArray())))),
        new("D6", "comments before the first token", scene => scene.Parts(parts => parts.Prepend(BodyPart.Of(PartKind.Comment, 0, ": heartbeat\n\n: heartbeat\n\n")))),
        new("D7", "heartbeats without end and no data, every 100 ms (or ms)", scene => scene.EndsAt(Ending.KeepAlive, due => Heartbeats(due, scene.Lasting(100)))),
        new("D8", "an event named error", scene => scene.EndsAt(Ending.KeepAlive, due => [BodyPart.Of(PartKind.Raw, due, "event: error\ndata: {\"message\":\"The upstream failed.\"}\n\n")])),
        new("D9", "events of unknown names", scene => scene.Inserts("event: weather\ndata: {\"sky\":\"blue\"}\n\n")),
        new("D10", "id and retry fields with absurd values", scene => scene.Rewrites(text => text.Replace("data: ", "id: 99999999999999999999\nretry: 999999999999\ndata: ", StringComparison.Ordinal))),
        new("D11", "one event over several data lines", scene => scene.Rewrites(text => text.Replace(",\"choices\"", ",\ndata: \"choices\"", StringComparison.Ordinal))),
        new("D12", "events parted by a single line end", scene => scene.Each(part => part.IsToken ? part.Rewrite(text => text[..^1]) : part)),
        new("D13", "two JSON objects on one data line", scene => scene.AtToken(part => part.Rewrite(text => text[..^2] + text["data:".Length..]))),
        new("D21", "a line that never ends", scene => scene.EndsAt(Ending.KeepAlive, EndlessLine)),
        new("D22", "a million empty events", scene => scene.Inserts(due => Enumerable.Repeat(BodyPart.Of(PartKind.Raw, due, string.Concat(Enumerable.Repeat("data: \n\n", 1000))), 1000))),
        new("D23", "U+2028 inside a line; NUL; form feed", 3, scene => scene.AtToken(part => part.WithText(scene.Answer.Chunks.Content(" @@").Replace("@@", scene.Pick("\u2028", "\0", "\f"), StringComparison.Ordinal)))),
        new("D24", "a comment wrapped into data", scene => scene.Inserts("data: : OPENROUTER PROCESSING\n\n")),
        new("D25", "lines of JSON without data:", scene => scene.Replaces("data: ", "")),
        new("D26", "a page in mid-stream", scene => scene.EndsAt(Ending.KeepAlive, due => [BodyPart.Of(PartKind.Raw, due, "<html><head><title>502 Bad Gateway</title></head><body></body></html>\n")])),
    ];

    private static IEnumerable<BodyPart> Heartbeats(long due, long every)
    {
        for (; ; due += Math.Max(every, 1))
        {
            yield return BodyPart.Of(PartKind.Comment, due, ": heartbeat\n\n");
        }
    }

    private static IEnumerable<BodyPart> EndlessLine(long due)
    {
        yield return BodyPart.Of(PartKind.Raw, due, "data: ");
        var piece = new BodyPart(PartKind.Raw, due, Encoding.ASCII.GetBytes(new string('a', LinePieceBytes)));
        while (true)
        {
            yield return piece;
        }
    }
}
