namespace GatewayDashboard.Playground;

/// <summary>A figure that stands under each answer, always in this order.</summary>
public enum PaneMetric
{
    /// <summary>First token of any kind.</summary>
    FirstToken,

    /// <summary>First token of the answer; apart from the first of all where the model reasoned.</summary>
    FirstAnswer,

    /// <summary>Total latency.</summary>
    Total,

    /// <summary>Output speed.</summary>
    Speed,

    /// <summary>Billed input tokens.</summary>
    Input,

    /// <summary>Output tokens.</summary>
    Output,

    /// <summary>Reasoning tokens among the output.</summary>
    Reasoning,

    /// <summary>Input tokens read from a cache.</summary>
    Cached,

    /// <summary>Cost.</summary>
    Cost,
}
