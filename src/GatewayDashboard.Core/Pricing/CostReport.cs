namespace GatewayDashboard.Core.Pricing;

/// <summary>The answer to a <see cref="CostQuestion"/>. Table, charts, exports and API all read it.</summary>
public sealed record CostReport
{
    /// <summary>What was asked.</summary>
    public required CostQuestion Question { get; init; }

    /// <summary>The prices it was answered with.</summary>
    public required string SnapshotId { get; init; }

    /// <summary>The day whose age badges it shows.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>Cheapest first; offers that are gone after them, what cannot be computed last.</summary>
    public required IReadOnlyList<CostRow> Rows { get; init; }

    /// <summary>The row that wins; null where none may.</summary>
    public CostRow? Cheapest => Rows.FirstOrDefault(row => row.Rank == 1);

    /// <summary>The oldest price among the rows that were computed and can be bought, in days; null without rows.</summary>
    public int? OldestDays => Rows.Where(row => row.Estimate.PerMonth is not null && !row.IsGone).Max(row => (int?)row.Age.Days);

    /// <summary>How the cheapest month changed since a link was made, as a share; null where the link says nothing or nothing changed its prices.</summary>
    public decimal? ChangeSinceLink =>
        Question.Snapshot is { } then && then != SnapshotId && Question.CheapestThen > 0 && Cheapest?.Estimate.PerMonth is { } now
            ? (now / Question.CheapestThen) - 1
            : null;

    /// <summary>Answers a question from a catalogue.</summary>
    public static CostReport Answer(CostQuestion question, PriceCatalogue catalogue, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(catalogue);
        CostRow[] rows = [.. catalogue.ForModel(question.Model)
            .Where(price => question.Gateways.IsEmpty || question.Gateways.Contains(price.GatewayId))
            .SelectMany(price => WaysOf(price, question.Terms), (price, way) => Row(question, price, way, today))
            .OrderBy(row => row.Estimate.PerMonth is null).ThenBy(row => row.IsGone)
            .ThenBy(row => row.Estimate.PerMonth).ThenBy(row => row.Key, StringComparer.Ordinal)];

        int rank = 0;
        return new CostReport
        {
            Question = question,
            SnapshotId = catalogue.SnapshotId,
            Today = today,
            Rows = [.. rows.Select(row => row.Unranked is null ? row with { Rank = ++rank } : row)],
        };
    }

    private static IEnumerable<PayingWay> WaysOf(ModelPrice price, PaymentTerms terms)
    {
        if (terms.WayAt(price.GatewayId) is not { } own)
        {
            yield break;
        }

        yield return own;
        // A gateway of one's own stands in front of providers; in front of another router it would pay both fees for nothing.
        if (own.Id == "direct" && PayingWays.Fronts.FirstOrDefault(way => way.Id == terms.Front) is { } front)
        {
            yield return front;
        }
    }

    private static CostRow Row(CostQuestion question, ModelPrice price, PayingWay way, DateOnly today)
    {
        CostEstimate Estimate(Workload workload) => CostCalculator.Estimate(price, way, workload, question.Terms);
        CostEstimate typical = Estimate(question.Workload);
        var row = new CostRow
        {
            Price = price,
            Way = way,
            Name = way.IsFront ? $"{way.GatewayName} → {PayingWays.Of(price.GatewayId)[0].GatewayName}" : way.GatewayName,
            Estimate = typical,
            LowMonth = Estimate(question.Range.Low(question.Workload)).PerMonth,
            HighMonth = Estimate(question.Range.High(question.Workload)).PerMonth,
            Age = PriceAge.Of(price, today),
            Flags = [.. RowRules.Flags(price, typical)],
        };
        return row with { Unranked = RowRules.WhyUnranked(row, question.AllowStale) };
    }
}
