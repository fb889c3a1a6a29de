using System.Collections.Concurrent;
using GatewayDashboard.Core.Benchmarks;
using GatewayDashboard.Core.Gateways;
using GatewayDashboard.Core.Pricing;
using GatewayDashboard.Core.Spending;
using GatewayDashboard.Data.Runs;
using GatewayDashboard.Data.Spending;

namespace GatewayDashboard.Jobs;

/// <summary>Gets a block's permits: its worst case is set aside and its calls are marked as sent, both committed before a byte leaves.</summary>
internal sealed class RunLedger(SpendLedger ledger, RunClaim claim, Benchmark benchmark, IReadOnlyDictionary<string, Target> targets, PriceCatalogue prices)
{
    // Blocks are reserved by the executor while samples are read elsewhere.
    private readonly ConcurrentDictionary<string, byte> _unused = new();

    /// <summary>Calls that were given leave and have had no sample yet.</summary>
    public IReadOnlyCollection<string> Unused => [.. _unused.Keys];

    /// <summary>Notes that a call was sent and has ended.</summary>
    public void Used(string requestId) => _unused.TryRemove(requestId, out _);

    /// <summary>One reservation for the block, or the reason why the run must end.</summary>
    public async ValueTask<BlockPermits> ReserveAsync(IReadOnlyList<PlannedCall> calls, CancellationToken cancellationToken)
    {
        var reservation = await ledger.ReserveBlockAsync(claim, [.. calls.Select(Reservation)], cancellationToken);
        if (reservation.Refusal is { } refusal)
        {
            return BlockPermits.Refused(new(Reason(refusal.Limit), refusal.Message));
        }

        string[] ids = [.. calls.Select(call => call.Id)];
        if (!await ledger.MarkSentAsync(claim, ids, cancellationToken))
        {
            return BlockPermits.Refused(new(RunStopReason.Storage, "The run was taken over elsewhere; nothing more was sent from here."));
        }

        foreach (var id in ids)
        {
            _unused[id] = 0;
        }

        return BlockPermits.Granted(reservation.Permits);
    }

    private CallReservation Reservation(PlannedCall call)
    {
        var target = targets[call.TargetKey];
        return new(call.Id, CallPricing.WorstCase(prices, target, BenchmarkRequests.Of(benchmark, call, target)));
    }

    private static RunStopReason Reason(SpendLimit limit) => limit switch
    {
        SpendLimit.CancelRequested => RunStopReason.Cancelled,
        SpendLimit.Lost or SpendLimit.NotPlanned => RunStopReason.Storage,
        _ => RunStopReason.Budget,
    };
}
