using System.Text;

namespace GatewayDashboard.Simulator.Answers;

/// <summary>One piece of a response body, sent in one go.</summary>
/// <param name="Kind">What it is, so that the journal knows which sends carried tokens.</param>
/// <param name="Due">Ticks after the request's arrival at which it leaves.</param>
/// <param name="Bytes">The piece, without any transfer framing.</param>
/// <param name="Tokens">Tokens it carries.</param>
internal readonly record struct BodyPart(PartKind Kind, long Due, ReadOnlyMemory<byte> Bytes, int Tokens = 0)
{
    public string Text => Encoding.UTF8.GetString(Bytes.Span);

    public bool IsToken => Kind is PartKind.Content or PartKind.Reasoning;

    public static BodyPart Of(PartKind kind, long due, string text, int tokens = 0) => new(kind, due, Encoding.UTF8.GetBytes(text), tokens);

    public BodyPart WithText(string text) => this with { Bytes = Encoding.UTF8.GetBytes(text) };

    /// <summary>The same event with another JSON text in it.</summary>
    public BodyPart Rewrite(Func<string, string> change) => WithText(change(Text));

    public BodyPart Later(long ticks) => this with { Due = Due + ticks };
}

internal enum PartKind
{
    Head,
    Comment,
    Role,
    Content,
    Reasoning,
    Finish,
    Usage,
    Done,

    /// <summary>Bytes that are no well-formed part of an answer.</summary>
    Raw,

    /// <summary>A piece of a part whose last piece follows and bears the part's kind.</summary>
    Fragment,
}
