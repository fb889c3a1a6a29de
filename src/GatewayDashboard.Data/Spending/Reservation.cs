using GatewayDashboard.Core.Measurement;
using GatewayDashboard.Core.Spending;

namespace GatewayDashboard.Data.Spending;

/// <summary>A call about to be sent and the most it can cost.</summary>
/// <param name="RequestId">The planned call's id.</param>
/// <param name="WorstCaseUsd">Never less than the gateway can bill; 0 for simulated calls.</param>
public sealed record CallReservation(string RequestId, decimal WorstCaseUsd);

/// <summary>A call outside a run about to be sent.</summary>
/// <param name="RequestId">A fresh id, unique for ever.</param>
/// <param name="Purpose">What it is for.</param>
/// <param name="TargetKey">Whom it calls.</param>
/// <param name="Provenance">Live, custom address or simulated.</param>
/// <param name="WorstCaseUsd">Never less than the gateway can bill; 0 for simulated calls.</param>
public sealed record LoneCall(string RequestId, CallPurpose Purpose, string TargetKey, Provenance Provenance, decimal WorstCaseUsd);

/// <summary>The ledger's answer: permits for every call asked for, or the reason why there are none.</summary>
/// <param name="Permits">One per call, in the order asked; empty where refused.</param>
/// <param name="Refusal">Why not, or null.</param>
public sealed record Reservation(IReadOnlyList<CallPermit> Permits, SpendRefusal? Refusal)
{
    internal static Reservation Refused(SpendLimit limit, string message) => new([], new(limit, message));
}

/// <summary>Why nothing may be sent.</summary>
/// <param name="Limit">What stands in the way.</param>
/// <param name="Message">One sentence for people, with the amounts.</param>
public sealed record SpendRefusal(SpendLimit Limit, string Message);

/// <summary>What can stand in the way of a call.</summary>
public enum SpendLimit
{
    /// <summary>The run's own cap.</summary>
    RunCap,

    /// <summary>The day's cap.</summary>
    DayCap,

    /// <summary>The cap over all time.</summary>
    TotalCap,

    /// <summary>All spending is switched off.</summary>
    Stopped,

    /// <summary>Somebody asked the run to end.</summary>
    CancelRequested,

    /// <summary>The run is no longer ours.</summary>
    Lost,

    /// <summary>A call is not in the plan, or was sent before.</summary>
    NotPlanned,
}
