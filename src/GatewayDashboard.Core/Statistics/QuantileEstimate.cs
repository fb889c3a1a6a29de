using System.Text.Json.Serialization;

namespace GatewayDashboard.Core.Statistics;

/// <summary>
/// A quantile of one series as its sample supports it. The ends are order statistics, so nothing is assumed about the distribution.
/// A quantile that the number of values cannot bound from above has no <see cref="Value"/> (the median excepted), only <see cref="AtLeast"/>.
/// </summary>
public sealed record QuantileEstimate
{
    /// <summary>Which quantile, 0 to 1: 0.5 is the median.</summary>
    public required double Probability { get; init; }

    /// <summary>Values it rests on, failures included where they rank above all successes.</summary>
    public required int Count { get; init; }

    /// <summary>The point estimate (type 7, as NumPy and Excel), or null where the sample does not support one or it falls among failures.</summary>
    public double? Value { get; init; }

    /// <summary>Lower end, or null where there is none.</summary>
    public double? Lower { get; init; }

    /// <summary>Upper end, or null where the sample gives none or it falls among failures.</summary>
    public double? Upper { get; init; }

    /// <summary>The lower end's rank, from 1, or null.</summary>
    public int? LowerRank { get; init; }

    /// <summary>The upper end's rank, from 1, or null.</summary>
    public int? UpperRank { get; init; }

    /// <summary>Exact coverage of what is given: of both ends, or of the lower end alone. Null where neither is given.</summary>
    public double? Level { get; init; }

    /// <summary>Whether the ends were widened by a moving-block bootstrap, because the series was not steady during the run.</summary>
    public bool Widened { get; init; }

    /// <summary>The interval, or null where it has no upper end.</summary>
    [JsonIgnore]
    public Interval? Interval => Lower is { } lower && Upper is { } upper && Level is { } level ? new(lower, upper, level) : null;

    /// <summary>"At least this much", where there is a lower end and no upper one; else null.</summary>
    [JsonIgnore]
    public double? AtLeast => Upper is null ? Lower : null;
}
