namespace GatewayDashboard.Core.Benchmarks;

/// <summary>Where a run stands.</summary>
public enum RunState
{
    /// <summary>Waits to be claimed.</summary>
    Queued,

    /// <summary>Claimed and under way.</summary>
    Running,

    /// <summary>All planned calls ended.</summary>
    Completed,

    /// <summary>Ended by the user; finished samples are kept.</summary>
    Cancelled,

    /// <summary>Ended by us before its plan was through: the reason says why (budget, key rejected, rate limit).</summary>
    Stopped,

    /// <summary>The program ended during the run; "continue" sends only what was never sent.</summary>
    Interrupted,
}
