namespace GatewayDashboard.Playground;

/// <summary>Which pane is best at what, as far as that may be said at all.</summary>
/// <param name="Panes">Metric → id of the best pane; a metric where nobody leads is left out.</param>
/// <param name="Caveat">What to know about it: "1 run each", or why nothing is marked.</param>
public sealed record Best(IReadOnlyDictionary<PaneMetric, int> Panes, string Caveat)
{
    private static readonly PaneMetric[] s_ranked = [PaneMetric.FirstToken, PaneMetric.FirstAnswer, PaneMetric.Total, PaneMetric.Speed, PaneMetric.Cost];

    /// <summary>Nobody leads in anything.</summary>
    public static Best None { get; } = new(new Dictionary<PaneMetric, int>(), "");

    /// <summary>Compares the last turns of the panes. Nothing is marked across different models, prompts or provenances, nor where two are equal.</summary>
    public static Best Of(IReadOnlyList<Pane> panes)
    {
        ArgumentNullException.ThrowIfNull(panes);
        var done = panes.Where(pane => pane.Last is { Ended: true, Answer: { Measurement.Succeeded: true, Target: not null } }).ToList();
        if (done.Count < 2 || panes.Any(pane => pane.Running))
        {
            return None;
        }

        if (Difference(done) is { } difference)
        {
            return new(new Dictionary<PaneMetric, int>(), $"No best marked: {difference}.");
        }

        var figures = done.ToDictionary(pane => pane.Id, pane => PaneFigure.Of(pane.Last!).ToDictionary(figure => figure.Metric));
        Dictionary<PaneMetric, int> best = [];
        foreach (var metric in s_ranked)
        {
            var order = figures.Where(pane => pane.Value[metric].Value is not null)
                .Select(pane => (pane.Key, Value: metric == PaneMetric.Speed ? -pane.Value[metric].Value!.Value : pane.Value[metric].Value!.Value))
                .OrderBy(pane => pane.Value).ToList();
            if (order.Count > 1 && order[0].Value < order[1].Value)
            {
                best[metric] = order[0].Key;
            }
        }

        var n = done.Min(pane => pane.Last!.Answers.Count(answer => answer.Measurement is { Succeeded: true }));
        return new(best, n == 1 ? "“best” rests on 1 run each: chance can turn it. A benchmark settles it." : $"“best” compares medians of {n} runs, without an interval of the difference. A benchmark settles it.");
    }

    private static string? Difference(List<Pane> panes)
    {
        var answers = panes.Select(pane => pane.Last!.Answer).ToList();
        if (answers.Select(answer => answer.Target!.Connection.Provenance).Distinct().Count() > 1)
        {
            return "simulated and live answers are never ranked together";
        }

        if (answers.Select(answer => answer.Target!.Offer.Variant.Model).Distinct(StringComparer.OrdinalIgnoreCase).Count() > 1)
        {
            return "the panes show different models";
        }

        return answers.Select(answer => answer.Request.Messages[^1].Content).Distinct().Count() > 1 ? "the prompts differ" : null;
    }
}
