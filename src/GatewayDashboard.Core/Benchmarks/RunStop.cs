namespace GatewayDashboard.Core.Benchmarks;

/// <summary>Why a run, or one target of it, was not carried through.</summary>
public enum RunStopReason
{
    /// <summary>The user ended it.</summary>
    Cancelled,

    /// <summary>A spending cap would have been passed, or spending is switched off.</summary>
    Budget,

    /// <summary>The key was rejected.</summary>
    Auth,

    /// <summary>No credit, or the account is locked.</summary>
    Account,

    /// <summary>The model is unknown or retired.</summary>
    Model,

    /// <summary>Nothing but "too many requests", however long we waited.</summary>
    RateLimited,

    /// <summary>No target was left to call.</summary>
    NoTargetLeft,

    /// <summary>Our own storage failed.</summary>
    Storage,
}

/// <summary>Why something stopped, as a value.</summary>
/// <param name="Reason">The class.</param>
/// <param name="Message">One sentence for people.</param>
public sealed record RunStop(RunStopReason Reason, string Message);
