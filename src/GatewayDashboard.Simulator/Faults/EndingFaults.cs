using GatewayDashboard.Simulator.Answers;

namespace GatewayDashboard.Simulator.Faults;

/// <summary>Group D, second half: how a stream ends.</summary>
internal static class EndingFaults
{
    private const string Done = "data: [DONE]\n\n";

    public static readonly Fault[] All =
    [
        new("D14", "the last event without its blank line", scene => scene.Parts(parts => Shortened(parts.Where(part => part.Kind != PartKind.Done)))),
        new("D15", "[DONE] missing, finish reason there", scene => scene.Without(PartKind.Done)),
        new("D16", "the stream ends without a finish reason and without [DONE]", scene => scene.EndsAt(Ending.KeepAlive)),
        new("D17", "[DONE] and nothing else", scene => scene.Parts(parts => parts.Where(part => part.Kind == PartKind.Done))),
        new("D18", "data after [DONE]", scene => scene.Then(scene.Answer.Chunks.Content(" afterwards"))),
        new("D19", "[DONE] twice; in lower case; in quotes; with spaces", 4, scene => scene.Pick(
            scene.Then(Done),
            scene.Replaces("[DONE]", "[done]"),
            scene.Replaces("[DONE]", "\"[DONE]\""),
            scene.Replaces("[DONE]", " [DONE] "))),
        new("D20", "[DONE], then the connection stays open", scene => scene.Reply with { Complete = false, Ending = Ending.Hang }),
    ];

    private static IEnumerable<BodyPart> Shortened(IEnumerable<BodyPart> parts)
    {
        BodyPart? previous = null;
        foreach (var part in parts)
        {
            if (previous is { } ready)
            {
                yield return ready;
            }

            previous = part;
        }

        if (previous is { } last)
        {
            yield return last.Rewrite(text => text[..^2]);
        }
    }
}
