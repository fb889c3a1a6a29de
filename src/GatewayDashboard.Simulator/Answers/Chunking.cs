namespace GatewayDashboard.Simulator.Answers;

/// <summary>Other ways of cutting the same events into sends.</summary>
internal static class Chunking
{
    /// <summary>Several token events in one send, which leaves when its last event is due.</summary>
    public static IEnumerable<BodyPart> Join(IEnumerable<BodyPart> parts, int events)
    {
        List<BodyPart> waiting = [];
        foreach (var part in parts)
        {
            if (waiting.Count > 0 && (waiting.Count == events || part.Kind != waiting[0].Kind))
            {
                yield return Together(waiting);
                waiting.Clear();
            }

            if (part.IsToken)
            {
                waiting.Add(part);
            }
            else
            {
                yield return part;
            }
        }

        if (waiting.Count > 0)
        {
            yield return Together(waiting);
        }
    }

    private static BodyPart Together(List<BodyPart> parts) =>
        BodyPart.Of(parts[0].Kind, parts[^1].Due, string.Concat(parts.Select(part => part.Text)), parts.Sum(part => part.Tokens));

    /// <summary>Every part in pieces of a few bytes. The last piece bears the part's kind, because it completes the event.</summary>
    public static IEnumerable<BodyPart> Split(IEnumerable<BodyPart> parts, int bytes)
    {
        foreach (var part in parts)
        {
            var rest = part.Bytes;
            while (rest.Length > bytes)
            {
                yield return new BodyPart(PartKind.Fragment, part.Due, rest[..bytes]);
                rest = rest[bytes..];
            }

            yield return part with { Bytes = rest };
        }
    }
}
