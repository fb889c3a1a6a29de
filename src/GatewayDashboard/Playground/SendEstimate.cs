using GatewayDashboard.Core.Pricing;
using GatewayDashboard.Core.Spending;

namespace GatewayDashboard.Playground;

/// <summary>What sending would cost, for all panes and repeats together.</summary>
/// <param name="Calls">How many calls it makes, warm-up included.</param>
/// <param name="Typical">With answers half as long as allowed, USD; null where no price is known.</param>
/// <param name="Most">What the spending cap sets aside, USD.</param>
/// <param name="Unknown">Panes whose price is not known here.</param>
public sealed record SendEstimate(int Calls, decimal? Typical, decimal Most, int Unknown)
{
    private const int UsualLimit = 1024;

    /// <summary>In a sentence.</summary>
    public string Words(Func<decimal, string> usd)
    {
        ArgumentNullException.ThrowIfNull(usd);
        var calls = Calls == 1 ? "1 call" : $"{Calls} calls";
        return Most == 0 ? $"{calls}, free"
            : Typical is { } typical && Unknown == 0 ? $"{calls}, about {usd(typical)}, at most {usd(Most)}"
            : $"{calls}, at most {usd(Most)}; {Unknown} of the prices unknown";
    }

    /// <summary>The estimate for a draft.</summary>
    public static SendEstimate Of(PlaygroundSession session, Prompt prompt, PaneTargets targets, PriceCatalogue prices, Pane? only = null)
    {
        ArgumentNullException.ThrowIfNull(session);
        ArgumentNullException.ThrowIfNull(targets);
        ArgumentNullException.ThrowIfNull(prices);
        var (calls, most, unknown) = (0, 0m, 0);
        decimal? typical = 0m;
        var times = Math.Clamp(session.Options.Repeats, 1, RunOptions.MostRepeats) + (session.Options.WarmUp ? 1 : 0);
        foreach (var pane in session.Panes.Where(pane => only is null || pane == only))
        {
            calls += times;
            if (targets.Find(pane.Setup) is not { } target || CallPricing.IsFree(target.Connection))
            {
                continue;
            }

            var request = Conversation.Request(session, pane, prompt);
            most += times * CallPricing.WorstCase(prices, target, request);
            var input = request.Messages.Sum(message => TokenCounter.Count(message.Content));
            var output = (pane.Setup.Parameters.MaxTokens ?? UsualLimit) / 2;
            var cost = prices.Find(target.Offer.GatewayId, target.Offer.ModelId) is { } price ? CallCost.OfUsage(price, input, 0, output, 0).Usd : null;
            unknown += cost is null ? 1 : 0;
            typical += times * cost;
        }

        return new(calls, typical, most, unknown);
    }
}
