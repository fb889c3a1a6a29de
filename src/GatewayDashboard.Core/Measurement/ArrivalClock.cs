namespace GatewayDashboard.Core.Measurement;

/// <summary>Who held the watch when bytes arrived.</summary>
public enum ArrivalClock
{
    /// <summary>The kernel stamped every read of the call (Linux, SO_TIMESTAMPING).</summary>
    Kernel,

    /// <summary>At least one read was stamped when it returned to the program.</summary>
    User,
}
