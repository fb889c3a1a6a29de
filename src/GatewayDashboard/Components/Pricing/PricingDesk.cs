using GatewayDashboard.Core.Pricing;

namespace GatewayDashboard.Components.Pricing;

/// <summary>What lies before one visitor of the pricing page: the question, its answer, and the way to change it.</summary>
public sealed class PricingDesk
{
    /// <summary>Opens the desk with the prices in force.</summary>
    public PricingDesk(CostQuestion question, PriceCatalogue catalogue, DateOnly today)
    {
        Catalogue = catalogue;
        Today = today;
        Question = question;
        Report = CostReport.Answer(question, catalogue, today);
    }

    /// <summary>Called after each change; true for a deliberate step, false for typing.</summary>
    public Action<bool>? Changed { get; set; }

    /// <summary>The prices it answers from.</summary>
    public PriceCatalogue Catalogue { get; private set; }

    /// <summary>The day that ages are counted to.</summary>
    public DateOnly Today { get; }

    /// <summary>The present question.</summary>
    public CostQuestion Question { get; private set; }

    /// <summary>Its answer.</summary>
    public CostReport Report { get; private set; }

    /// <summary>The row whose sum, sensitivity and history are shown: the chosen one, else the first that can be computed; null where none can.</summary>
    public CostRow? Row => Report.Rows.FirstOrDefault(row => row.Key == Question.Explained)
        ?? Report.Cheapest
        ?? Report.Rows.FirstOrDefault(row => row.Estimate.PerMonth is not null);

    /// <summary>Asks another question. A question of its own is answered with today's prices, so a link's old snapshot is let go.</summary>
    public void Ask(CostQuestion question, bool deliberate = true)
    {
        ArgumentNullException.ThrowIfNull(question);
        Question = question with { Snapshot = null, CheapestThen = null };
        Report = CostReport.Answer(Question, Catalogue, Today);
        Changed?.Invoke(deliberate);
    }

    /// <summary>Takes a question as it stands in the address.</summary>
    public void Open(CostQuestion question)
    {
        Question = question;
        Report = CostReport.Answer(question, Catalogue, Today);
    }

    /// <summary>Answers the same question from other prices.</summary>
    public void Use(PriceCatalogue catalogue)
    {
        Catalogue = catalogue;
        Open(Question);
    }

    /// <summary>The question as a link carries it away: with the snapshot and the cheapest month, so that it can later say what changed.</summary>
    public string Link => PricingLink.Write(Question with { Snapshot = Report.SnapshotId, CheapestThen = Report.Cheapest?.Estimate.PerMonth });
}
