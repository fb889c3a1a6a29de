using System.Diagnostics;
using GatewayDashboard.Core.Egress;

namespace GatewayDashboard.Core.Completions;

/// <summary>Idle lanes by gateway, origin and key. Calls under different keys never share a connection.</summary>
internal sealed class LanePool(LaneConnector connector, EgressPolicy egress, TimeSpan idle) : IDisposable
{
    private readonly Lock _gate = new();
    private readonly Dictionary<LaneKey, Stack<Lane>> _idle = [];
    private bool _disposed;

    /// <summary>An idle lane, the one used last, or a new one. Its holder gives it back or disposes it.</summary>
    public Lane Lease(LaneKey key, Uri address)
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            Trim();
            while (_idle.TryGetValue(key, out var lanes) && lanes.TryPop(out var lane))
            {
                // What was allowed when it connected may have been taken back since.
                if (lane.Remote is { } remote && egress.Refusal(address.IdnHost, address.Port, [remote.Address]) is null)
                {
                    return lane;
                }

                lane.Dispose();
            }
        }

        return new Lane(connector, idle);
    }

    /// <summary>Gives back a lane whose last response was read to its end.</summary>
    public void Return(LaneKey key, Lane lane)
    {
        lane.IdleSince = Stopwatch.GetTimestamp();
        lock (_gate)
        {
            if (!_disposed)
            {
                if (!_idle.TryGetValue(key, out var lanes))
                {
                    _idle.Add(key, lanes = new Stack<Lane>());
                }

                lanes.Push(lane);
                return;
            }
        }

        lane.Dispose();
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _disposed = true;
            foreach (var lane in _idle.Values.SelectMany(lanes => lanes))
            {
                lane.Dispose();
            }

            _idle.Clear();
        }
    }

    private void Trim()
    {
        foreach (var (key, lanes) in _idle)
        {
            // The oldest lies at the bottom; while that one is young, all are.
            if (lanes.Count == 0 || Stopwatch.GetElapsedTime(lanes.Last().IdleSince) < idle)
            {
                continue;
            }

            var (young, old) = (lanes.Where(IsYoung).Reverse().ToArray(), lanes.Where(lane => !IsYoung(lane)).ToArray());
            Array.ForEach(old, lane => lane.Dispose());
            _idle[key] = new Stack<Lane>(young);
        }
    }

    private bool IsYoung(Lane lane) => Stopwatch.GetElapsedTime(lane.IdleSince) < idle;
}
