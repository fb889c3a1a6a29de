using GatewayDashboard.Simulator.Answers;
using GatewayDashboard.Simulator.Dialects;
using GatewayDashboard.Simulator.Serving;

namespace GatewayDashboard.Simulator.Faults;

/// <summary>The sound answer that a fault spoils, with the few ways of spoiling that faults are made of.</summary>
internal sealed class FaultScene(Answer answer, Reply reply, Instructions instructions)
{
    public Answer Answer => answer;

    public Reply Reply => reply;

    public int Variant => instructions.Variant;

    /// <summary>Where it happens: before which token event, counted from 0.</summary>
    public int At => instructions.At ?? 3;

    /// <summary>The status asked for, or the fault's own.</summary>
    public int Status(int otherwise) => instructions.Status ?? otherwise;

    /// <summary>How long it lasts, in milliseconds.</summary>
    public double Milliseconds(double otherwise) => instructions.Ms ?? otherwise;

    /// <summary>How long it lasts, in ticks.</summary>
    public long Lasting(double otherwiseMs) => answer.Pace.Ticks(Milliseconds(otherwiseMs));

    public Reply Parts(Func<IEnumerable<BodyPart>, IEnumerable<BodyPart>> change) => reply with { Parts = change(reply.Parts) };

    /// <summary>Every part changed for itself.</summary>
    public Reply Each(Func<BodyPart, BodyPart> change) => Parts(parts => parts.Select(change));

    /// <summary>The text of every event changed.</summary>
    public Reply Rewrites(Func<string, string> change) => Each(part => part.Rewrite(change));

    /// <summary>One piece of text replaced wherever it stands.</summary>
    public Reply Replaces(string old, string with) => Rewrites(text => text.Replace(old, with, StringComparison.Ordinal));

    /// <summary>The token event at the place changed, all others as they were. An answer without such an event stays whole.</summary>
    public Reply AtToken(Func<BodyPart, BodyPart> change) => Parts(parts =>
    {
        var token = 0;
        return parts.Select(part => part.IsToken && token++ == At ? change(part) : part);
    });

    /// <summary>The token event at the place with another text.</summary>
    public Reply Says(string text) => AtToken(part => part.WithText(answer.Chunks.Content(text)));

    /// <summary>Everything before the place, then what <paramref name="instead"/> makes of the moment, and nothing after.</summary>
    public Reply EndsAt(Ending ending, Func<long, IEnumerable<BodyPart>>? instead = null) =>
        Parts(parts => FaultPlacement.EndAt(parts, At, instead)) with { Ending = ending, Complete = ending == Ending.KeepAlive };

    /// <summary>Something put in at the place.</summary>
    public Reply Inserts(Func<long, IEnumerable<BodyPart>> what) => Parts(parts => FaultPlacement.InsertAt(parts, At, what));

    /// <summary>A raw piece of text put in at the place.</summary>
    public Reply Inserts(string text) => Inserts(due => [BodyPart.Of(PartKind.Raw, due, text)]);

    /// <summary>A pause at the place; all that follows comes later.</summary>
    public Reply Pauses(double milliseconds) => Parts(parts => FaultPlacement.PauseAt(parts, At, answer.Pace.Ticks(milliseconds)));

    /// <summary>Without the parts of these kinds.</summary>
    public Reply Without(params PartKind[] kinds) => Parts(parts => parts.Where(part => !kinds.Contains(part.Kind)));

    /// <summary>Text added behind everything, the moment the last part leaves.</summary>
    public Reply Then(string text) => Parts(parts => FaultPlacement.Follow(parts, text));

    /// <summary>The same reply with its framed bytes changed.</summary>
    public Reply Wire(Func<IEnumerable<WireStep>, IEnumerable<WireStep>> change, Ending ending = Ending.KeepAlive) =>
        reply with { Wire = change, Ending = ending };

    /// <summary>These bytes in place of a response.</summary>
    public Reply Bytes(string text, Ending ending) =>
        reply with { Status = 0, Wire = _ => text.Length == 0 ? [] : [new WireStep(PartKind.Raw, 0, System.Text.Encoding.Latin1.GetBytes(text), 0)], Ending = ending };

    /// <summary>A refusal in the gateway's own shape.</summary>
    public Reply Refuses(int status, string message, string type, string? code = null) =>
        new ErrorBody(status, message, type, code).ToReply(answer.Dialect);

    /// <summary>A page where JSON was expected.</summary>
    public static Reply Page(int status, string title) =>
        Reply.Whole(status, "text/html; charset=utf-8", $"<!DOCTYPE html><html><head><title>{title}</title></head><body><h1>{title}</h1><script>document.title='ran'</script></body></html>");

    /// <summary>The text for the variant asked for; the last one where there is no such variant.</summary>
    public T Pick<T>(params T[] variants) => variants[Math.Min(Variant, variants.Length - 1)];
}
