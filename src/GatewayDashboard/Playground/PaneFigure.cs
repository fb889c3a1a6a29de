using GatewayDashboard.Core.Measurement;
using GatewayDashboard.Core.Statistics;

namespace GatewayDashboard.Playground;

/// <summary>One figure of a turn: of its one call, or the median of its repeats.</summary>
/// <param name="Metric">Which.</param>
/// <param name="Value">Milliseconds, tokens per second, tokens or USD; null where unknown.</param>
/// <param name="Provenance">Where it comes from.</param>
/// <param name="Reason">Why it is unknown, or null.</param>
public sealed record PaneFigure(PaneMetric Metric, double? Value, Provenance Provenance, string? Reason)
{
    /// <summary>How many calls it rests on.</summary>
    public int N { get; init; } = 1;

    /// <summary>Smallest and largest, with repeats; null with fewer than two.</summary>
    public (double Low, double High)? Spread { get; init; }

    /// <summary>The exact 95 % interval of the median; null where there are too few repeats for one (under six).</summary>
    public (double Low, double High)? Interval { get; init; }

    /// <summary>All figures of a turn, in order: successes alone, whole calls, never a guess.</summary>
    public static IReadOnlyList<PaneFigure> Of(Turn turn)
    {
        ArgumentNullException.ThrowIfNull(turn);
        var ended = turn.Answers.Where(answer => answer.Measurement is not null).ToList();
        var whole = ended.Where(answer => answer.Measurement!.Succeeded).ToList();

        // A single failed call still shows what was measured of it before it failed.
        var basis = whole.Count > 0 ? whole : ended.Take(1).ToList();
        return [.. Enum.GetValues<PaneMetric>().Select(metric => Of(metric, basis))];
    }

    private static PaneFigure Of(PaneMetric metric, List<Answer> answers)
    {
        if (answers.Count == 0)
        {
            return new(metric, null, Provenance.Unknown, "nothing was sent");
        }

        var readings = answers.Select(answer => Reading.Of(metric, answer)).ToList();
        var known = readings.Where(reading => reading.Value is not null).ToList();
        if (known.Count == 0)
        {
            return new(metric, null, Provenance.Unknown, readings[0].Reason ?? "not measurable");
        }

        double[] sorted = [.. known.Select(reading => reading.Value!.Value).Order()];
        var estimate = OrderStatistics.Estimate(sorted, 0.5);
        return new(metric, Quantile.Type7(sorted, 0.5), known[0].Provenance, null)
        {
            N = sorted.Length,
            Spread = sorted.Length > 1 ? (sorted[0], sorted[^1]) : null,
            Interval = estimate is { Lower: { } low, Upper: { } high } ? (low, high) : null,
        };
    }
}
