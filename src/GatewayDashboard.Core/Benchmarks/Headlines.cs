namespace GatewayDashboard.Core.Benchmarks;

/// <summary>Says a run's result in a sentence that a manager understands and a statistician accepts.</summary>
internal static class Headlines
{
    /// <summary>The sentence, or null where nothing can be said yet.</summary>
    public static string? Write(MetricComparison comparison, IReadOnlyList<TargetFacts> targets)
    {
        var names = targets.ToDictionary(target => target.Key, target => target.Name);
        if (comparison.Pairs.Count == 0 || comparison.Pairs.All(pair => pair.Blocks == 0))
        {
            return null;
        }

        var decided = comparison.Pairs.Where(pair => pair.Verdict != Verdict.NotEnoughRuns).ToArray();
        if (decided.Length == 0)
        {
            return "Not enough runs for a verdict.";
        }

        var runs = $"{decided.Min(pair => pair.Blocks)} runs each";
        var leaders = comparison.Ranks.Where(rank => rank.Best == 1).Select(rank => rank.TargetKey).ToHashSet();
        var nearest = decided
            .Where(pair => pair.Verdict == Verdict.Faster && leaders.Contains(pair.Faster) && !leaders.Contains(pair.Slower))
            .OrderByDescending(pair => decided.Count(other => other.Faster == pair.Faster))
            .ThenBy(pair => pair.Ratio)
            .FirstOrDefault();
        if (nearest is null)
        {
            return decided.All(pair => pair.Verdict == Verdict.Equivalent)
                ? $"Equivalent within 10 % {Measure(comparison.Metric)}, {runs}."
                : $"No evidence of a difference {Measure(comparison.Metric)}, {runs}.";
        }

        var each = $"{nearest.Blocks} runs each";
        var sentence = $"{names[nearest.Faster]} is {VerdictWords.Ratio(nearest.Ratio!.Value)}× faster {Measure(comparison.Metric)} than "
            + $"{names[nearest.Slower]} ({VerdictWords.Range(nearest)}), {each}";
        var level = targets.Where(target => leaders.Contains(target.Key) && target.Key != nearest.Faster).Select(target => target.Name).ToArray();
        return level.Length == 0 ? $"{sentence}." : $"{sentence}; not told apart from {string.Join(", ", level)}.";
    }

    private static string Measure(ComparedMetric metric) => metric switch
    {
        ComparedMetric.FirstToken => "to the first token",
        ComparedMetric.FirstAnswer => "to the first answer token",
        _ => "in total",
    };
}
