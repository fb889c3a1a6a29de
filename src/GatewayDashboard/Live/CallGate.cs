using System.Diagnostics;
using System.Runtime.CompilerServices;
using GatewayDashboard.Core.Completions;
using GatewayDashboard.Core.Gateways;
using GatewayDashboard.Core.Measurement;
using GatewayDashboard.Core.Spending;
using GatewayDashboard.Data.Spending;

namespace GatewayDashboard.Live;

/// <summary>
/// The way out for every call that belongs to no run: playground, request builder, connection test, probe. The ledger's row is committed
/// before the bytes leave and charged when the call has ended, so caps and the spending switch hold here too.
/// </summary>
public sealed class CallGate(SpendLedger ledger, GatewayClient client, CurrentPrices prices)
{
    /// <summary>Sends one call. A refusal is a value like any other end: one <see cref="CallEnded"/> with <see cref="Outcome.Budget"/>.</summary>
    /// <param name="target">Whom to call.</param>
    /// <param name="request">What to send.</param>
    /// <param name="purpose">What it is for.</param>
    /// <param name="limits">Its limits.</param>
    /// <param name="cancellationToken">Ends the call; it is then charged what was set aside.</param>
    public async IAsyncEnumerable<CompletionEvent> StreamAsync(
        Target target, CompletionRequest request, CallPurpose purpose, CallLimits limits, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(target);
        var requestId = Guid.CreateVersion7().ToString("N");
        var worst = CallPricing.WorstCase(prices.Value, target, request);
        var reservation = await ledger.ReserveAsync(new(requestId, purpose, target.Key, target.Connection.Provenance, worst), cancellationToken);
        if (reservation.Refusal is { } refusal)
        {
            yield return Refused(requestId, refusal.Message);
            yield break;
        }

        CallMeasurement? ended = null;
        try
        {
            await foreach (var part in client.StreamAsync(target.Connection, request, reservation.Permits[0], limits, cancellationToken))
            {
                ended = (part as CallEnded)?.Measurement ?? ended;
                yield return part;
            }
        }
        finally
        {
            // Also where the reader walked away in the middle: what was sent is charged.
            await ledger.SettleAsync(
                requestId,
                ended?.Outcome ?? Outcome.Cancelled,
                ended is null ? null : CallPricing.Cost(prices.Value, target, ended),
                ended?.Timeline.FirstToken is not null,
                CancellationToken.None);
        }
    }

    /// <summary>Sends one call and waits for its end.</summary>
    public async Task<CallMeasurement> SendAsync(Target target, CompletionRequest request, CallPurpose purpose, CallLimits limits, CancellationToken cancellationToken = default)
    {
        CallMeasurement? measurement = null;
        await foreach (var part in StreamAsync(target, request, purpose, limits, cancellationToken))
        {
            measurement = (part as CallEnded)?.Measurement ?? measurement;
        }

        return measurement ?? throw new UnreachableException("A call ended without its last event.");
    }

    private static CallEnded Refused(string requestId, string message)
    {
        var now = Stopwatch.GetTimestamp();
        return new(now, new()
        {
            RequestId = requestId,
            Outcome = Outcome.Budget,
            Fault = new(message, Hint: "Change the cap or the switch under Settings."),
            Timeline = new() { Scheduled = now, Call = now, Start = now, Done = now },
            Clock = ArrivalClock.User,
        });
    }
}
