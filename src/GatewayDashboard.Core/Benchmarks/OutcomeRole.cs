using GatewayDashboard.Core.Completions;

namespace GatewayDashboard.Core.Benchmarks;

/// <summary>What an outcome counts as in a benchmark's figures.</summary>
public enum OutcomeRole
{
    /// <summary>Counts for the gateway, in latencies and in the success rate.</summary>
    Success,

    /// <summary>Counts against the gateway.</summary>
    Fault,

    /// <summary>A content filter's or the model's own refusal: its own rate, neither success nor fault.</summary>
    Filtered,

    /// <summary>A wrong key, account, model, address or request: says nothing about the gateway.</summary>
    Configuration,

    /// <summary>Ended by us (cap, cancel, storage, crash).</summary>
    OurSide,

    /// <summary>Complete but not comparable: excluded and counted.</summary>
    Suspect,
}

/// <summary>The one table of what counts as what.</summary>
public static class OutcomeRoles
{
    /// <summary>The role of an outcome.</summary>
    public static OutcomeRole Role(this Outcome outcome) => outcome switch
    {
        Outcome.Ok or Outcome.OkLength => OutcomeRole.Success,
        Outcome.Filtered => OutcomeRole.Filtered,
        Outcome.Auth or Outcome.Account or Outcome.Model or Outcome.Request or Outcome.Blocked or Outcome.Redirect => OutcomeRole.Configuration,
        Outcome.Budget or Outcome.Cancelled or Outcome.Storage or Outcome.Interrupted => OutcomeRole.OurSide,
        Outcome.Suspect => OutcomeRole.Suspect,
        _ => OutcomeRole.Fault,
    };
}
