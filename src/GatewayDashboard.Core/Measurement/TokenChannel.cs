namespace GatewayDashboard.Core.Measurement;

/// <summary>Which part of an answer a token belongs to.</summary>
public enum TokenChannel
{
    /// <summary>Visible answer text.</summary>
    Answer,

    /// <summary>Visible reasoning.</summary>
    Reasoning,

    /// <summary>A refusal.</summary>
    Refusal,

    /// <summary>A tool call's name or arguments; counts as answer.</summary>
    ToolCall,
}
