using System.Runtime.CompilerServices;
using GatewayDashboard.Core.Egress;
using GatewayDashboard.Core.Gateways;
using GatewayDashboard.Core.Spending;

namespace GatewayDashboard.Core.Completions;

/// <summary>
/// Calls gateways and measures. Every failure is a value: the events of a call end with exactly one <see cref="CallEnded"/>. There are no retries, no redirects,
/// no proxy and no cookies. One instance serves the whole program.
/// </summary>
public sealed class GatewayClient : IDisposable
{
    private readonly GatewayCallRoom _room;

    /// <summary>Makes a client.</summary>
    /// <param name="egress">Where calls may go.</param>
    /// <param name="options">Null takes the defaults.</param>
    /// <param name="time">Wall clock for labels and timers; null takes the system's. Durations always come from Stopwatch ticks.</param>
    public GatewayClient(EgressPolicy egress, GatewayClientOptions? options = null, TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(egress);
        options ??= new GatewayClientOptions();
        var lanes = new LanePool(new LaneConnector(egress, options), egress, options.LaneIdle);
        _room = new GatewayCallRoom(egress, lanes, options, time ?? TimeProvider.System);
    }

    /// <summary>Sends one call and tells what happens to it, as it happens.</summary>
    /// <param name="connection">Where it goes.</param>
    /// <param name="request">What is asked; with <see cref="CompletionRequest.Stream"/> false the answer comes whole.</param>
    /// <param name="permit">The ledger's leave; its id is sent along and stands in the measurement.</param>
    /// <param name="limits">Time and size limits.</param>
    /// <param name="cancellationToken">Ends the call with <see cref="Outcome.Cancelled"/>; nothing is thrown.</param>
    /// <returns>Events in order of arrival. A reader that is slow delays later reads, so it should hand on and come back; whoever stops reading ends the call.</returns>
    public async IAsyncEnumerable<CompletionEvent> StreamAsync(
        Connection connection,
        CompletionRequest request,
        CallPermit permit,
        CallLimits limits,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(connection);
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(permit);
        ArgumentNullException.ThrowIfNull(limits);

        using var call = new GatewayCall(_room, connection, request, permit.RequestId, limits, cancellationToken);
        while (await call.AdvanceAsync().ConfigureAwait(false))
        {
            for (var i = 0; i < call.Events.Count; i++)
            {
                yield return call.Events[i];
            }
        }
    }

    /// <summary>Sends one call and waits for its end, for callers that only want the measurement.</summary>
    /// <inheritdoc cref="StreamAsync"/>
    public async Task<Measurement.CallMeasurement> SendAsync(
        Connection connection,
        CompletionRequest request,
        CallPermit permit,
        CallLimits limits,
        CancellationToken cancellationToken = default)
    {
        CallEnded? end = null;
        await foreach (var happening in StreamAsync(connection, request, permit, limits, cancellationToken).ConfigureAwait(false))
        {
            end = happening as CallEnded ?? end;
        }

        return end!.Measurement;
    }

    /// <summary>Runs the whole measuring path against throw-away answers on the loopback interface, so that no compiler works inside the first measured call. Well under a second.</summary>
    public static Task WarmUpAsync(CancellationToken cancellationToken = default) => WarmUp.RunAsync(cancellationToken);

    /// <inheritdoc/>
    public void Dispose() => _room.Lanes.Dispose();
}
