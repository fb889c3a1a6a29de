using GatewayDashboard.Core.Measurement;

namespace GatewayDashboard.Core.Completions;

/// <summary>One piece of text of a chunk.</summary>
/// <param name="Channel">Where it belongs.</param>
/// <param name="Text">The text; for tool calls the argument fragment.</param>
/// <param name="Tool">Index of the tool call, else 0.</param>
/// <param name="ToolName">The tool's name where this piece has it.</param>
internal readonly record struct ChunkPiece(TokenChannel Channel, string Text, int Tool = 0, string? ToolName = null);

/// <summary>What one <c>data:</c> event said; used again for the next, so that a stream allocates nothing but its text.</summary>
internal sealed class Chunk
{
    public List<ChunkPiece> Pieces { get; } = new(4);

    public string? FinishReason { get; set; }

    public TokenUsage? Usage { get; set; }

    /// <summary>The object says that something went wrong; it is read again by <see cref="ErrorBody"/>.</summary>
    public bool IsError { get; set; }

    /// <summary>Something had a type that no gateway documents.</summary>
    public bool Malformed { get; set; }

    /// <summary>Choices other than the first: never asked for, never shown.</summary>
    public bool OtherChoice { get; set; }

    /// <summary>Text held bytes that are not UTF-8; they were replaced.</summary>
    public bool InvalidUtf8 { get; set; }

    /// <summary>A count of the usage was negative, too large or not a number.</summary>
    public bool UnreadableUsage { get; set; }

    public void Clear()
    {
        Pieces.Clear();
        (FinishReason, Usage) = (null, null);
        (IsError, Malformed, OtherChoice, InvalidUtf8, UnreadableUsage) = (false, false, false, false, false);
    }
}
