using GatewayDashboard.Simulator.Answers;

namespace GatewayDashboard.Simulator.Faults;

/// <summary>Group F: everything right, at the wrong time.</summary>
internal static class TimingFaults
{
    private const double EveryMs = 100;

    public static readonly Fault[] All =
    [
        new("F1", "the first token comes 61 s (or ms) after the request", scene => scene.Parts(parts => FaultPlacement.PauseAt(parts, 0, scene.Lasting(61_000) - scene.Answer.Pace.Ticks(scene.Answer.Plan.FirstTokenMs)))),
        new("F2", "a pause of 31 s (or ms) in mid-stream", scene => scene.Pauses(scene.Milliseconds(31_000))),
        new("F3", "the whole answer in one burst after 20 s (or ms)", scene => scene.Parts(parts => Burst(parts, scene.Lasting(20_000)))),
        new("F4", "the role at once, the first text 3 s (or ms) later", scene => scene.Parts(parts => FaultPlacement.PauseAt(parts, 0, scene.Lasting(3_000)))),
        new("F5", "reasoning for 40 s (or ms), then the answer", Reason),
        new("F6", "tokens in bursts of 50 every 2 s (or ms)", scene => scene.Parts(parts => Bursts(parts, scene.Lasting(2_000)))),
        new("F7", "finish at once, usage and [DONE] 5 s (or ms) later", scene => scene.Each(part => part.Kind is PartKind.Usage or PartKind.Done ? part.Later(scene.Lasting(5_000)) : part)),
        new("F8", "tokens without end", scene => scene.EndsAt(Ending.KeepAlive, due => Endless(scene, due))),
    ];

    private static IEnumerable<BodyPart> Burst(IEnumerable<BodyPart> parts, long due) => parts.Select(part => part with { Due = due });

    private static Reply Reason(FaultScene scene)
    {
        var count = (int)(scene.Milliseconds(40_000) / EveryMs);
        var first = scene.Answer.Pace.Ticks(scene.Answer.Plan.FirstTokenMs);
        var step = scene.Answer.Pace.Ticks(EveryMs);
        return scene.Parts(parts => FaultPlacement.InsertAt(
            FaultPlacement.PauseAt(parts, 0, step * count),
            0,
            _ => Enumerable.Range(0, count).Select(number => BodyPart.Of(PartKind.Reasoning, first + (step * number), scene.Answer.Chunks.Reasoning(" hm"), 1))));
    }

    private static IEnumerable<BodyPart> Bursts(IEnumerable<BodyPart> parts, long every)
    {
        var token = 0;
        var late = 0L;
        foreach (var part in parts)
        {
            if (part.IsToken)
            {
                late = token++ / 50 * every;
                yield return part with { Due = late };
            }
            else
            {
                yield return part with { Due = Math.Max(part.Due, late) };
            }
        }
    }

    private static IEnumerable<BodyPart> Endless(FaultScene scene, long due)
    {
        // At least 1 ms apart, so that a stream without end stays a stream and does not become a flood.
        var step = scene.Answer.Pace.Ticks(Math.Max(scene.Answer.Plan.GapMs, 1));
        for (; ; due += step)
        {
            yield return BodyPart.Of(PartKind.Content, due, scene.Answer.Chunks.Content(" on"), 1);
        }
    }
}
