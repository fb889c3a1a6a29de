using System.Collections.Concurrent;
using GatewayDashboard.Core.Benchmarks;

namespace GatewayDashboard.Live;

/// <summary>The runs under way in this process: the job reports, pages read snapshots when signalled.</summary>
public sealed class RunMonitor(ChangeSignal signal, TimeProvider time)
{
    private readonly ConcurrentDictionary<long, ActiveRun> _runs = new();

    /// <summary>Begins to watch a run.</summary>
    /// <param name="runId">The run.</param>
    /// <param name="plan">Its plan.</param>
    /// <param name="earlier">Samples of an earlier part of the same run, when it is continued.</param>
    /// <param name="cancel">Cancels the run at once.</param>
    public void Begin(long runId, BenchmarkPlan plan, IReadOnlyList<Sample> earlier, Action cancel)
    {
        var run = new ActiveRun(plan, cancel, time);
        foreach (var sample in earlier)
        {
            run.Add(sample, counts: false);
        }

        _runs[runId] = run;
        Tell(runId);
    }

    /// <summary>Takes note of a stored sample.</summary>
    public void Report(long runId, Sample sample)
    {
        if (_runs.TryGetValue(runId, out var run))
        {
            run.Add(sample, counts: true);
            Tell(runId);
        }
    }

    /// <summary>Forgets a run that has ended; its pages now read what is stored.</summary>
    public void End(long runId)
    {
        _runs.TryRemove(runId, out _);
        Tell(runId);
    }

    /// <summary>Where a run stands, or null when it is not under way here.</summary>
    public RunSnapshot? Snapshot(long runId) => _runs.TryGetValue(runId, out var run) ? run.Snapshot() : null;

    /// <summary>Asks a run under way here to stop now. False when it is not.</summary>
    public bool Cancel(long runId)
    {
        if (!_runs.TryGetValue(runId, out var run))
        {
            return false;
        }

        run.Cancel();
        return true;
    }

    private void Tell(long runId)
    {
        signal.Raise(Subjects.Run(runId));
        signal.Raise(Subjects.Runs);
    }

    private sealed class ActiveRun(BenchmarkPlan plan, Action cancel, TimeProvider time)
    {
        private readonly Lock _gate = new();
        private readonly List<SamplePoint> _points = [];
        private readonly Dictionary<string, (int Ended, int Failed)> _targets = [];
        private readonly int _planned = plan.Calls.Count();
        private readonly long _started = time.GetTimestamp();
        private int _ended;
        private int _failed;
        private int _paced;
        private decimal _spent;

        public void Cancel() => cancel();

        public void Add(Sample sample, bool counts)
        {
            lock (_gate)
            {
                var failed = sample.Measurement.Succeeded ? 0 : 1;
                var target = _targets.GetValueOrDefault(sample.Call.TargetKey);
                _targets[sample.Call.TargetKey] = (target.Ended + 1, target.Failed + failed);
                _ended++;
                _failed += failed;
                _paced += counts ? 1 : 0;
                _spent += sample.CostUsd ?? 0m;
                if (!sample.Call.WarmUp)
                {
                    _points.Add(SamplePoint.Of(sample));
                }
            }
        }

        public RunSnapshot Snapshot()
        {
            lock (_gate)
            {
                return new()
                {
                    Planned = _planned,
                    Ended = _ended,
                    Failed = _failed,
                    SpentUsd = _spent,
                    Left = _paced < plan.Targets.Count ? null : time.GetElapsedTime(_started) / _paced * (_planned - _ended),
                    Targets = [.. plan.Targets.Select(target =>
                    {
                        var (ended, failed) = _targets.GetValueOrDefault(target.Key);
                        return new TargetProgress(target.Key, _planned / plan.Targets.Count, ended, failed);
                    })],
                    Points = [.. _points],
                };
            }
        }
    }
}
