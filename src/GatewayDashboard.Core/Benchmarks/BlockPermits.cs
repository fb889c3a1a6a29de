using GatewayDashboard.Core.Completions;
using GatewayDashboard.Core.Gateways;
using GatewayDashboard.Core.Spending;

namespace GatewayDashboard.Core.Benchmarks;

/// <summary>The ledger's answer to a block: a permit for each call it lets go, or the reason why the run must end.</summary>
/// <param name="Permits">Permits by request id. A call without one is not sent and gives no sample.</param>
/// <param name="Stop">Why nothing more may be sent in this run, or null.</param>
public sealed record BlockPermits(IReadOnlyDictionary<string, CallPermit> Permits, RunStop? Stop = null)
{
    /// <summary>Leave for these calls.</summary>
    public static BlockPermits Granted(IEnumerable<CallPermit> permits) => new(permits.ToDictionary(permit => permit.RequestId));

    /// <summary>No leave; the run ends with its results so far.</summary>
    public static BlockPermits Refused(RunStop stop) => new(new Dictionary<string, CallPermit>(), stop);
}

/// <summary>Asks the ledger for leave to send the calls of a block, in one transaction, before the block starts.</summary>
/// <param name="calls">The calls about to be sent.</param>
/// <param name="cancellationToken">Ends the wait.</param>
public delegate ValueTask<BlockPermits> ReserveBlock(IReadOnlyList<PlannedCall> calls, CancellationToken cancellationToken);

/// <summary>Sends one call: the streaming client, bound to what the host knows. Ends in exactly one <see cref="CallEnded"/>.</summary>
/// <param name="target">Whom to call.</param>
/// <param name="request">What to send.</param>
/// <param name="permit">The leave to send it.</param>
/// <param name="limits">Its time and size limits.</param>
/// <param name="cancellationToken">Ends the call.</param>
public delegate IAsyncEnumerable<CompletionEvent> StreamCall(
    Target target, CompletionRequest request, CallPermit permit, CallLimits limits, CancellationToken cancellationToken);
