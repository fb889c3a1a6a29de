using GatewayDashboard.Simulator.Answers;
using GatewayDashboard.Simulator.Dialects;

namespace GatewayDashboard.Simulator.Faults;

/// <summary>The sound answer that a fault spoils, with the few ways of spoiling that faults are made of.</summary>
internal sealed class FaultScene(Answer answer, Reply reply, Instructions instructions)
{
    public Answer Answer => answer;

    public Reply Reply => reply;

    /// <summary>Where it happens: before which token event, counted from 0.</summary>
    public int At => instructions.At ?? 3;

    /// <summary>How long it lasts, in ticks.</summary>
    public long Lasting(double otherwiseMs) => answer.Pace.Ticks(instructions.Ms ?? otherwiseMs);

    /// <summary>The same reply with other parts.</summary>
    public Reply Parts(Func<IEnumerable<BodyPart>, IEnumerable<BodyPart>> change) => reply with { Parts = change(reply.Parts) };

    /// <summary>Every part changed for itself.</summary>
    public Reply Each(Func<BodyPart, BodyPart> change) => Parts(parts => parts.Select(change));

    /// <summary>The token event at the place changed, all others as they were.</summary>
    public Reply AtToken(Func<BodyPart, BodyPart> change) => Parts(parts =>
    {
        var token = 0;
        return parts.Select(part => part.IsToken && token++ == At ? change(part) : part);
    });

    /// <summary>Everything before the place, then what <paramref name="instead"/> makes of the moment, and nothing after.</summary>
    public Reply EndsAt(Ending ending, Func<long, IEnumerable<BodyPart>>? instead = null) =>
        Parts(parts => Before(parts, instead)) with { Ending = ending };

    /// <summary>Something put in at the place.</summary>
    public Reply Inserts(Func<long, IEnumerable<BodyPart>> what) => Parts(parts => Inserted(parts, what));

    /// <summary>A pause at the place; all that follows comes later.</summary>
    public Reply Pauses(long ticks) => Parts(parts =>
    {
        var token = 0;
        var late = false;
        return parts.Select(part =>
        {
            late |= part.IsToken && token++ == At;
            return late ? part.Later(ticks) : part;
        });
    });

    /// <summary>Without the parts of these kinds.</summary>
    public Reply Without(params PartKind[] kinds) => Parts(parts => parts.Where(part => !kinds.Contains(part.Kind)));

    /// <summary>Text added behind everything, the moment the last part leaves.</summary>
    public Reply Then(string text, PartKind kind = PartKind.Raw) => Parts(parts => Followed(parts, text, kind));

    /// <summary>A refusal in the gateway's own shape.</summary>
    public Reply Refuses(int status, string message, string type, string? code = null) =>
        new ErrorBody(status, message, type, code).ToReply(answer.Dialect);

    private IEnumerable<BodyPart> Before(IEnumerable<BodyPart> parts, Func<long, IEnumerable<BodyPart>>? instead)
    {
        var token = 0;
        foreach (var part in parts)
        {
            // Short answers end too: the fault then happens in place of the finish.
            if ((part.IsToken && token++ == At) || part.Kind is PartKind.Finish or PartKind.Usage or PartKind.Done)
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

    private IEnumerable<BodyPart> Inserted(IEnumerable<BodyPart> parts, Func<long, IEnumerable<BodyPart>> what)
    {
        var token = 0;
        var done = false;
        foreach (var part in parts)
        {
            if (!done && ((part.IsToken && token++ == At) || part.Kind is PartKind.Finish))
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

    private static IEnumerable<BodyPart> Followed(IEnumerable<BodyPart> parts, string text, PartKind kind)
    {
        var due = 0L;
        foreach (var part in parts)
        {
            due = part.Due;
            yield return part;
        }

        yield return BodyPart.Of(kind, due, text);
    }
}
