using System.Threading.Channels;
using GatewayDashboard.Core.Gateways;
using GatewayDashboard.Core.Spending;

namespace GatewayDashboard.Core.Benchmarks;

/// <summary>Lays the blocks of a plan out in time: side by side, one after another, or with a fixed number in flight.</summary>
internal sealed class BlockLayout(
    TimeProvider time,
    BenchmarkPlan plan,
    Dictionary<string, Target> targets,
    TargetBreakers breakers,
    SampleTaker taker,
    ChannelWriter<Sample> samples)
{
    private readonly Benchmark _benchmark = plan.Benchmark;
    private readonly Dictionary<string, string> _groups = plan.Targets.ToDictionary(target => target.Key, target => target.SharingGroup);

    /// <summary>Null when the plan was carried through, else why it was not.</summary>
    public async Task<RunStop?> RunAsync(ReserveBlock permits, IReadOnlySet<string> finished, CancellationToken cancellationToken)
    {
        // With several calls in flight blocks follow one another without a gap, so as many are reserved at once as can be in flight.
        var atOnce = _benchmark.Order == TargetOrder.Concurrent ? Math.Max(1, _benchmark.Concurrency / Math.Max(1, targets.Count)) : 1;
        using var lanes = new ConcurrentLanes(_benchmark.Order == TargetOrder.Concurrent ? _benchmark.Concurrency : 1);
        var first = true;
        try
        {
            foreach (var part in new[] { plan.Blocks.Where(block => block.WarmUp), plan.Blocks.Where(block => !block.WarmUp) })
            {
                foreach (var blocks in part.Chunk(atOnce))
                {
                    var calls = blocks.SelectMany(block => block.Calls).Where(call => !finished.Contains(call.Id)).Where(MayBeSent).ToArray();
                    if (calls.Length == 0)
                    {
                        continue;
                    }

                    if (!first && _benchmark.Order != TargetOrder.Concurrent)
                    {
                        await Task.Delay(_benchmark.Pause, time, cancellationToken).ConfigureAwait(false);
                    }

                    first = false;
                    await breakers.WaitAsync(calls.Select(call => targets[call.TargetKey]), cancellationToken).ConfigureAwait(false);
                    var leave = await permits(calls, cancellationToken).ConfigureAwait(false);
                    if (leave.Stop is not null)
                    {
                        return leave.Stop;
                    }

                    await StartAsync(calls, leave.Permits, lanes, cancellationToken).ConfigureAwait(false);
                }

                await lanes.DrainAsync().ConfigureAwait(false);
            }
        }
        finally
        {
            // Calls in flight always come to their end: their samples count, whatever stopped the rest.
            await lanes.DrainAsync().ConfigureAwait(false);
        }

        return targets.Values.All(target => breakers.StopOf(target) is not null)
            ? new(RunStopReason.NoTargetLeft, "No target was left to call: see the reason at each.")
            : null;
    }

    private bool MayBeSent(PlannedCall call) => breakers.StopOf(targets[call.TargetKey]) is null;

    private async Task StartAsync(
        PlannedCall[] calls, IReadOnlyDictionary<string, CallPermit> permits, ConcurrentLanes lanes, CancellationToken cancellationToken)
    {
        if (_benchmark.Order == TargetOrder.Concurrent)
        {
            foreach (var call in calls)
            {
                await lanes.StartAsync(() => RunChainAsync([call], permits, cancellationToken), cancellationToken).ConfigureAwait(false);
            }

            return;
        }

        var chains = _benchmark.Order == TargetOrder.Sequential ? [calls] : calls.GroupBy(call => _groups[call.TargetKey]).Select(group => group.ToArray());
        await Task.WhenAll(chains.Select(chain => RunChainAsync(chain, permits, cancellationToken))).ConfigureAwait(false);
    }

    private async Task RunChainAsync(PlannedCall[] chain, IReadOnlyDictionary<string, CallPermit> permits, CancellationToken cancellationToken)
    {
        foreach (var call in chain)
        {
            var target = targets[call.TargetKey];
            await Task.Delay(call.Stagger, time, cancellationToken).ConfigureAwait(false);
            await breakers.WaitAsync([target], cancellationToken).ConfigureAwait(false);
            if (!MayBeSent(call) || !permits.TryGetValue(call.Id, out var permit))
            {
                continue;
            }

            var sample = await taker.TakeAsync(_benchmark, call, target, permit, cancellationToken).ConfigureAwait(false);
            if (sample is not null)
            {
                breakers.Observe(target, sample.Measurement);
                samples.TryWrite(sample);
            }
        }
    }
}
