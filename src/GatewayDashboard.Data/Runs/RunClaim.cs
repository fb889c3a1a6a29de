namespace GatewayDashboard.Data.Runs;

/// <summary>Proof that this instance carries a run out. Writes under an older claim are refused.</summary>
/// <param name="RunId">The run.</param>
/// <param name="Owner">The instance.</param>
/// <param name="Epoch">Which claim of the run it is, from 1.</param>
public sealed record RunClaim(long RunId, string Owner, int Epoch);

/// <summary>What a heartbeat answers.</summary>
public enum RunSignal
{
    /// <summary>Go on.</summary>
    Continue,

    /// <summary>Somebody asked the run to end.</summary>
    Cancel,

    /// <summary>The run is no longer ours: stop at once, store nothing.</summary>
    Lost,
}
