namespace GatewayDashboard.Core.Pricing;

/// <summary>What a workload costs with one offer, paid one way.</summary>
public sealed record CostEstimate
{
    /// <summary>The workload it is for.</summary>
    public required Workload Workload { get; init; }

    /// <summary>The cost at any number of requests; null where a price is missing.</summary>
    public CostCurve? Curve { get; init; }

    /// <summary>A month in USD by part; null where a price is missing.</summary>
    public CostSum? Month { get; init; }

    /// <summary>Why there is no amount, for example <c>no cache-write price</c>; null where there is one.</summary>
    public string? Missing { get; init; }

    /// <summary>What was assumed.</summary>
    public IReadOnlyList<string> Assumptions { get; init; } = [];

    /// <summary>The highest tier that a call reached, by its lower border; null for none.</summary>
    public long? TierFrom { get; init; }

    /// <summary>The sum written out, line by line; empty where there is no amount.</summary>
    public IReadOnlyList<CostLine> Explanation { get; init; } = [];

    /// <summary>USD a month.</summary>
    public decimal? PerMonth => Month?.Total;

    /// <summary>USD per request sent, fees spread over them; null without requests.</summary>
    public decimal? PerRequest => Workload.RequestsPerMonth == 0 ? null : PerMonth / Workload.RequestsPerMonth;

    /// <summary>USD per call, retries counted as calls; null without requests.</summary>
    public decimal? PerCall => Workload.CallsPerMonth == 0 ? null : PerMonth / Workload.CallsPerMonth;

    /// <summary>USD per request that ended in an answer; null where none does.</summary>
    public decimal? PerAnswer => Workload.AnswersPerMonth == 0 ? null : PerMonth / Workload.AnswersPerMonth;

    /// <summary>USD a day on which requests come.</summary>
    public decimal? PerDay => PerMonth / Workload.DaysPerMonth;

    /// <summary>USD in the coming twelve months, with growth from the second month on.</summary>
    public decimal? PerYear
    {
        get
        {
            if (Curve is null)
            {
                return null;
            }

            decimal sum = 0;
            decimal requests = Workload.RequestsPerDay;
            for (int month = 0; month < 12; month++)
            {
                sum += Curve.At(requests).Total;
                requests *= 1 + Workload.GrowthPerMonth;
            }

            return sum;
        }
    }

    /// <summary>Share of the month that is fees and hosting; null where the month is unknown or 0.</summary>
    public decimal? FeeShare => Month is { Total: > 0 } month ? (month[CostPart.GatewayFee] + month[CostPart.Hosting]) / month.Total : null;
}

/// <summary>One line of the sum.</summary>
/// <param name="Label">What it is, for example <c>output</c>.</param>
/// <param name="Formula">The sum with the user's numbers in it.</param>
/// <param name="Usd">Its result; null for a line that is a remark.</param>
public sealed record CostLine(string Label, string Formula, decimal? Usd);
