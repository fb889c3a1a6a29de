using System.Text;
using GatewayDashboard.Core.Benchmarks;
using GatewayDashboard.Core.Completions;
using GatewayDashboard.Core.Gateways;
using GatewayDashboard.Core.Measurement;
using GatewayDashboard.Core.Pricing;

namespace GatewayDashboard.Core.Spending;

/// <summary>What a call can cost at most before it is sent, and what it did cost afterwards.</summary>
public static class CallPricing
{
    // The most a gateway may answer where no limit is sent.
    private const int DefaultMaxTokens = 32_768;

    /// <summary>The most a call can be billed, USD. An offer without a known price counts at the dearest price known here, so that a cap still holds; calls to one's own or a simulated server cost 0.</summary>
    public static decimal WorstCase(PriceCatalogue prices, Target target, CompletionRequest request)
    {
        ArgumentNullException.ThrowIfNull(prices);
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(request);
        if (IsFree(target.Connection))
        {
            return 0m;
        }

        var bytes = request.Messages.Sum(message => Encoding.UTF8.GetByteCount(message.Parts?.ToJsonString() ?? message.Content))
            + Encoding.UTF8.GetByteCount(request.Extra?.ToJsonString() ?? "");
        decimal? Most(ModelPrice? price) => BenchmarkEstimate.Reservation(price, bytes, request.Messages.Count, request.MaxTokens ?? DefaultMaxTokens);
        return Most(prices.Find(target.Offer.GatewayId, target.Offer.ModelId)) ?? prices.Current.Select(other => Most(other) ?? 0m).DefaultIfEmpty(0m).Max();
    }

    /// <summary>What an ended call cost, USD: as reported by the gateway, else its reported tokens at the known price. Null where neither is known.</summary>
    public static decimal? Cost(PriceCatalogue prices, Target target, CallMeasurement measurement)
    {
        ArgumentNullException.ThrowIfNull(prices);
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(measurement);
        if (IsFree(target.Connection))
        {
            return 0m;
        }

        return measurement.Usage switch
        {
            { CostUsd: { } reported } => reported,
            { Input: { } input, Output: { } output } usage when prices.Find(target.Offer.GatewayId, target.Offer.ModelId) is { } price =>
                CallCost.OfUsage(price, input, usage.CachedInput ?? 0, output, usage.Reasoning ?? 0).Usd,
            _ => null,
        };
    }

    /// <summary>Whether calls over this connection cost nothing: simulated, or a server of one's own.</summary>
    public static bool IsFree(Connection connection)
    {
        ArgumentNullException.ThrowIfNull(connection);
        return connection.Provenance == Provenance.Simulated
            || (connection.BaseUrl.IsLoopback && connection.Key is null)
            || (connection.Gateway.Kind == GatewayKind.LocalServer && connection.InFrontOf is null);
    }
}
