using GatewayDashboard.Simulator.Answers;

namespace GatewayDashboard.Simulator.Faults;

/// <summary>Finds a place in a stream of parts. Streams shorter than the place are struck where their finish would be.</summary>
internal static class FaultPlacement
{
    public static IEnumerable<BodyPart> EndAt(IEnumerable<BodyPart> parts, int at, Func<long, IEnumerable<BodyPart>>? instead)
    {
        var token = 0;
        foreach (var part in parts)
        {
            if ((part.IsToken && token++ == at) || IsClosing(part))
            {
                foreach (var last in instead?.Invoke(part.Due) ?? [])
                {
                    yield return last;
                }

                yield break;
            }

            yield return part;
        }
    }

    public static IEnumerable<BodyPart> InsertAt(IEnumerable<BodyPart> parts, int at, Func<long, IEnumerable<BodyPart>> what)
    {
        var token = 0;
        var done = false;
        foreach (var part in parts)
        {
            if (!done && ((part.IsToken && token++ == at) || IsClosing(part)))
            {
                done = true;
                foreach (var inserted in what(part.Due))
                {
                    yield return inserted;
                }
            }

            yield return part;
        }
    }

    public static IEnumerable<BodyPart> PauseAt(IEnumerable<BodyPart> parts, int at, long ticks)
    {
        var token = 0;
        var late = false;
        foreach (var part in parts)
        {
            late |= (part.IsToken && token++ == at) || IsClosing(part);
            yield return late ? part.Later(ticks) : part;
        }
    }

    public static IEnumerable<BodyPart> Follow(IEnumerable<BodyPart> parts, string text)
    {
        var due = 0L;
        foreach (var part in parts)
        {
            due = part.Due;
            yield return part;
        }

        yield return BodyPart.Of(PartKind.Raw, due, text);
    }

    private static bool IsClosing(BodyPart part) => part.Kind is PartKind.Finish or PartKind.Usage or PartKind.Done;
}
