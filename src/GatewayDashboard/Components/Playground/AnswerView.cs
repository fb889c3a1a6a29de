namespace GatewayDashboard.Components.Playground;

/// <summary>How an answer's text is shown.</summary>
public enum AnswerView
{
    /// <summary>As formatted text.</summary>
    Formatted,

    /// <summary>Character by character as it came.</summary>
    Raw,

    /// <summary>As word differences against another pane.</summary>
    Difference,
}
