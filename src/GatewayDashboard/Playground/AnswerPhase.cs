namespace GatewayDashboard.Playground;

/// <summary>How far an answer is.</summary>
public enum AnswerPhase
{
    /// <summary>Its turn has not come.</summary>
    Queued,

    /// <summary>Sent; no token yet.</summary>
    Waiting,

    /// <summary>Reasoning arrives.</summary>
    Thinking,

    /// <summary>The answer arrives.</summary>
    Answering,

    /// <summary>Over, whatever way.</summary>
    Ended,
}
