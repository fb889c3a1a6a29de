using GatewayDashboard.Simulator.Answers;
using GatewayDashboard.Simulator.Serving;

namespace GatewayDashboard.Simulator.Faults;

/// <summary>Group A, as far as a server can make it: the connection itself.</summary>
internal static class TransportFaults
{
    public static readonly Fault[] All =
    [
        new("A8", "the request is read, then silence", scene => scene.Bytes("", Ending.Hang)),
        new("A9", "the connection ends (FIN) before any byte", scene => scene.Bytes("", Ending.Close)),
        new("A10", "the connection is reset (RST) before any byte", scene => scene.Bytes("", Ending.Reset)),
        new("A11", "after a sound answer the kept-alive connection is closed without notice", scene => scene.Reply with { Ending = Ending.Close }),
        new("A12", "the connection is reset in mid-body", scene => scene.EndsAt(Ending.Reset)),
        new("A13", "the stream stops and nobody closes the connection, as when the host vanishes", scene => scene.EndsAt(Ending.Hang)),
        new("A14", "the headers drip, one byte a second (or every ms)", scene => scene.Wire(steps => Drip(steps, scene.Lasting(1000)))),
        new("A15", "the body drips, one byte a second (or every ms)", scene => scene.Parts(parts => Drip(parts, scene.Lasting(1000)))),
    ];

    private static IEnumerable<WireStep> Drip(IEnumerable<WireStep> steps, long every)
    {
        var due = 0L;
        foreach (var step in steps)
        {
            if (step.Kind != PartKind.Head)
            {
                yield return step with { Due = step.Due + due };
                continue;
            }

            for (var at = 0; at < step.Bytes.Length; at++, due += every)
            {
                yield return new WireStep(PartKind.Fragment, due, step.Bytes.Slice(at, 1), 0);
            }
        }
    }

    private static IEnumerable<BodyPart> Drip(IEnumerable<BodyPart> parts, long every)
    {
        var due = 0L;
        foreach (var part in Chunking.Split(parts, 1))
        {
            yield return part with { Due = due };
            due += every;
        }
    }
}
