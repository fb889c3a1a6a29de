namespace GatewayDashboard.Core.Benchmarks;

/// <summary>How the calls of a block are laid out in time.</summary>
public enum TargetOrder
{
    /// <summary>Side by side with a random stagger of 0–50 ms; targets that share an upstream go one after another.</summary>
    SideBySide,

    /// <summary>All one after another, in fresh random order.</summary>
    Sequential,

    /// <summary>A fixed number of calls in flight; lifts the one-call-at-a-time rule, and the result says so.</summary>
    Concurrent,
}
