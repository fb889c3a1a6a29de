namespace GatewayDashboard.Core.Spending;

/// <summary>The life of a call's ledger row.</summary>
public enum CallState
{
    /// <summary>In the plan, nothing set aside.</summary>
    Planned,

    /// <summary>The worst case is set aside; nothing was sent. After a crash it is given back.</summary>
    Reserved,

    /// <summary>Committed just before the bytes leave. After a crash it is charged in full and never sent again.</summary>
    Sent,

    /// <summary>Ended, and charged what it cost.</summary>
    Settled,

    /// <summary>Nothing was sent; nothing is charged.</summary>
    Void,

    /// <summary>Sent, its end unknown: charged in full.</summary>
    Ambiguous,
}
