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
    /// <summary>One reservation for the block, or the reason why the run must end.</summary>
    public async ValueTask<BlockPermits> ReserveAsync(IReadOnlyList<PlannedCall> calls, CancellationToken cancellationToken)
    {
        var reservation = await ledger.ReserveBlockAsync(claim, [.. calls.Select(Reservation)], cancellationToken);
        if (reservation.Refusal is { } refusal)
        {
            return BlockPermits.Refused(new(Reason(refusal.Limit), refusal.Message));
        }

        return await ledger.MarkSentAsync(claim, [.. calls.Select(call => call.Id)], cancellationToken)
            ? BlockPermits.Granted(reservation.Permits)
            : BlockPermits.Refused(new(RunStopReason.Storage, "The run was taken over elsewhere; nothing more was sent from here."));
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
