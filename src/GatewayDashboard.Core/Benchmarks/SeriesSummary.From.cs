using GatewayDashboard.Core.Completions;
using GatewayDashboard.Core.Measurement;
using GatewayDashboard.Core.Statistics;

namespace GatewayDashboard.Core.Benchmarks;

public sealed partial record SeriesSummary
{
    private static readonly double[] FailureInclusive = [0.5, 0.9, 0.95];

    /// <summary>Summarises the samples of one target and prompt, warm-up ones among them.</summary>
    internal static SeriesSummary From(string targetKey, string prompt, IReadOnlyList<Sample> all, ulong seed)
    {
        var samples = all.Where(sample => !sample.Call.WarmUp).OrderBy(sample => sample.Call.Block).ToArray();
        var successes = samples.Where(sample => sample.Measurement.Succeeded).ToArray();
        var warm = successes.Count(sample => sample.Measurement.Warm);
        var connections = warm * 2 >= successes.Length ? ConnectionSeries.Warm : ConnectionSeries.Cold;
        var comparable = samples.Where(sample => sample.Measurement.Warm == (connections == ConnectionSeries.Warm)).ToArray();
        var faults = samples.Count(sample => sample.Measurement.Outcome.Role() == OutcomeRole.Fault);
        var truncated = successes.Count(sample => sample.Measurement.Truncated);
        var costs = all.Where(sample => sample.CostUsd is not null).ToArray();
        var reads = samples.Sum(sample => (long)sample.Measurement.Reads);
        return new()
        {
            TargetKey = targetKey,
            Prompt = prompt,
            Attempted = samples.Length,
            Succeeded = successes.Length,
            SuccessRate = successes.Length + faults == 0 ? null : (double)successes.Length / (successes.Length + faults),
            SuccessInterval = Wilson.Interval(successes.Length, successes.Length + faults),
            Outcomes = new SortedDictionary<Outcome, int>(
                samples.GroupBy(sample => sample.Measurement.Outcome).ToDictionary(same => same.Key, same => same.Count())),
            Faults = faults,
            Suspect = samples.Count(sample => sample.Measurement.Outcome == Outcome.Suspect),
            WarmUps = all.Count - samples.Length,
            Connections = connections,
            OtherConnections = connections == ConnectionSeries.Warm ? successes.Length - warm : warm,
            FirstToken = Latencies(ComparedMetric.FirstToken),
            FirstAnswer = Latencies(ComparedMetric.FirstAnswer),
            Total = Latencies(ComparedMetric.Total),
            FirstTokenWithFailures = WithFailures(ComparedMetric.FirstToken),
            TotalWithFailures = WithFailures(ComparedMetric.Total),
            OutputSpeed = MetricSummary.From(successes.Select(sample => sample.Measurement.OutputSpeed).OfType<double>(), seed),
            ModelledTo100 = Modelled(100),
            ModelledTo500 = Modelled(500),
            OutputTokens = MetricSummary.From(successes.Select(sample => (double?)sample.Measurement.OutputTokens).OfType<double>(), seed),
            InputTokens = MetricSummary.From(successes.Select(sample => (double?)sample.Measurement.Usage?.Input).OfType<double>(), seed),
            Truncated = truncated,
            TruncatedShare = successes.Length == 0 ? null : (double)truncated / successes.Length,
            CostUsd = costs.Length == 0 ? null : costs.Sum(sample => sample.CostUsd!.Value),
            CostUnknown = all.Count - costs.Length,
            CoalescedShare = reads == 0 ? null : (double)samples.Sum(sample => (long)sample.Measurement.CoalescedReads) / reads,
            KernelClock = samples.Count(sample => sample.Measurement.Clock == ArrivalClock.Kernel),
            UserClock = samples.Count(sample => sample.Measurement.Clock == ArrivalClock.User),
            Disturbed = samples.Count(sample => sample.Measurement.Notes.Contains(DisturbedNote)),
            Reasons = all.Any(sample => sample.Reasons()),
        };

        MetricSummary Latencies(ComparedMetric metric) =>
            MetricSummary.From(comparable.Select(sample => sample.Latency(metric)).OfType<double>(), seed);

        MetricSummary Modelled(int tokens) => MetricSummary.From(
            comparable.Where(sample => sample.Measurement.Succeeded).Select(sample => sample.Measurement.TimeTo(tokens)?.TotalMilliseconds).OfType<double>(), seed);

        IReadOnlyList<QuantileEstimate> WithFailures(ComparedMetric metric)
        {
            // A fault without a latency ranks as slower than anything; a success on the other kind of connection belongs to neither.
            var ranked = comparable.Select(sample => sample.Latency(metric)).OfType<double>()
                .Concat(samples
                    .Where(sample => sample.Measurement.Outcome.Role() == OutcomeRole.Fault && sample.Latency(metric) is null)
                    .Select(_ => double.PositiveInfinity))
                .ToArray();
            Array.Sort(ranked);
            return [.. FailureInclusive.Select(probability => OrderStatistics.Estimate(ranked, probability))];
        }
    }
}
