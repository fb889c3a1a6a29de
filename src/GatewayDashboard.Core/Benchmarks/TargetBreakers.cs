using System.Collections.Concurrent;
using GatewayDashboard.Core.Completions;
using GatewayDashboard.Core.Gateways;
using GatewayDashboard.Core.Measurement;

namespace GatewayDashboard.Core.Benchmarks;

/// <summary>
/// Remembers which targets a run must not call any more, and which not yet. A rejected key or an empty account concerns every target of
/// the connection, an unknown model only its own.
/// </summary>
internal sealed class TargetBreakers(TimeProvider time)
{
    /// <summary>Answers "too many requests" in a row after which waiting is no use.</summary>
    internal const int MostRefusals = 5;

    private static readonly TimeSpan LongestOwnWait = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, RunStop> _stops = new();
    private readonly ConcurrentDictionary<string, (int Refusals, long NotBefore)> _waits = new();

    /// <summary>Why a target is not called any more, or null.</summary>
    public RunStop? StopOf(Target target) =>
        _stops.GetValueOrDefault(ConnectionKey(target)) ?? _stops.GetValueOrDefault(target.Key);

    /// <summary>Learns from how a call ended.</summary>
    public void Observe(Target target, CallMeasurement measurement)
    {
        var said = measurement.Fault?.Message ?? measurement.Outcome.ToString();
        var name = target.Connection.DisplayName;
        switch (measurement.Outcome)
        {
            case Outcome.Auth:
                _stops[ConnectionKey(target)] = new(RunStopReason.Auth, $"{name} rejected the key: {said}");
                break;
            case Outcome.Account:
                _stops[ConnectionKey(target)] = new(RunStopReason.Account, $"{name} refused the account: {said}");
                break;
            case Outcome.Model:
                _stops[target.Key] = new(RunStopReason.Model, $"{name} does not serve {target.Offer.ModelId}: {said}");
                break;
            case Outcome.RateLimited:
                Refused(target, measurement.Fault?.RetryAfter);
                break;
            default:
                _waits.TryRemove(ConnectionKey(target), out _);
                break;
        }
    }

    /// <summary>Waits until every one of these targets may be called again.</summary>
    public async Task WaitAsync(IEnumerable<Target> targets, CancellationToken cancellationToken)
    {
        foreach (var target in targets)
        {
            if (_waits.TryGetValue(ConnectionKey(target), out var wait))
            {
                var left = time.GetElapsedTime(time.GetTimestamp(), wait.NotBefore);
                if (left > TimeSpan.Zero)
                {
                    await Task.Delay(left, time, cancellationToken).ConfigureAwait(false);
                }
            }
        }
    }

    private void Refused(Target target, TimeSpan? retryAfter)
    {
        var key = ConnectionKey(target);
        var refusals = _waits.GetValueOrDefault(key).Refusals + 1;
        var wait = retryAfter ?? TimeSpan.FromSeconds(Math.Min(LongestOwnWait.TotalSeconds, Math.Pow(2, refusals)));
        _waits[key] = (refusals, time.GetTimestamp() + (long)(wait.TotalSeconds * time.TimestampFrequency));
        if (refusals >= MostRefusals)
        {
            _stops[key] = new(RunStopReason.RateLimited, $"{target.Connection.DisplayName} answered \"too many requests\" {refusals} times in a row.");
        }
    }

    private static string ConnectionKey(Target target) => $"{target.Connection.Gateway.Id} {target.Connection.BaseUrl}";
}
