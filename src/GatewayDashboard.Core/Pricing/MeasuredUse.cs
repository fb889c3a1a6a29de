using GatewayDashboard.Core.Benchmarks;
using GatewayDashboard.Core.Statistics;

namespace GatewayDashboard.Core.Pricing;

/// <summary>What the user's own calls really used: the start of a workload that is measured and not guessed.</summary>
public sealed record MeasuredUse
{
    /// <summary>Successful calls with reported usage that it rests on.</summary>
    public required int Calls { get; init; }

    /// <summary>Median input tokens.</summary>
    public required long Input { get; init; }

    /// <summary>Median cached input tokens, 0 where none were reported.</summary>
    public required long Cached { get; init; }

    /// <summary>Median visible output tokens.</summary>
    public required long Output { get; init; }

    /// <summary>Median reasoning tokens, 0 where none were reported.</summary>
    public required long Reasoning { get; init; }

    /// <summary>Faults among the calls that count for or against a gateway, 0 to 1.</summary>
    public required decimal FailedShare { get; init; }

    /// <summary>The 10th and 90th percentile of input and output as shares of their medians.</summary>
    public required TokenRange Range { get; init; }

    /// <summary>The use of a run's calls, warm-up left out; null where no success reported its usage.</summary>
    public static MeasuredUse? Of(IEnumerable<Sample> samples)
    {
        ArgumentNullException.ThrowIfNull(samples);
        Sample[] measured = [.. samples.Where(sample => !sample.Call.WarmUp)];
        double[][] usage = [.. measured.Where(sample => sample.Measurement is { Succeeded: true, Usage: { Input: not null, Output: not null } })
            .Select(sample => sample.Measurement.Usage!)
            .Select(u => new double[] { u.Input!.Value, u.CachedInput ?? 0, u.Output!.Value - (u.Reasoning ?? 0), u.Reasoning ?? 0 })];
        if (usage.Length == 0)
        {
            return null;
        }

        double At(int column, double probability)
        {
            double[] values = [.. usage.Select(row => row[column]).Order()];
            return Quantile.Type7(values, probability);
        }

        decimal Share(int column, double probability)
        {
            double median = At(column, 0.5);
            return median > 0 ? decimal.Round((decimal)(At(column, probability) / median), 3) : 1;
        }

        int failed = measured.Count(sample => sample.Measurement.Outcome.Role() == OutcomeRole.Fault);
        int counted = failed + measured.Count(sample => sample.Measurement.Succeeded);
        return new MeasuredUse
        {
            Calls = usage.Length,
            Input = (long)At(0, 0.5),
            Cached = Math.Min((long)At(1, 0.5), (long)At(0, 0.5)),
            Output = (long)At(2, 0.5),
            Reasoning = (long)At(3, 0.5),
            FailedShare = decimal.Round((decimal)failed / counted, 4),
            Range = new TokenRange(Share(0, 0.1), Share(0, 0.9), Share(2, 0.1), Share(2, 0.9)),
        };
    }

    /// <summary>A workload with these tokens and failures; requests, days and the rest stay.</summary>
    public Workload Apply(Workload workload)
    {
        ArgumentNullException.ThrowIfNull(workload);
        return workload with
        {
            InputTokens = Input,
            CachedTokens = Cached,
            CacheWriteTokens = 0,
            OutputTokens = Output,
            ReasoningTokens = Reasoning,
            FailedShare = FailedShare,
            Images = 0,
            Turns = 1,
            AddedPerTurn = 0,
        };
    }
}
