using System.Text.Json;
using GatewayDashboard.Core.Pricing;
using Microsoft.EntityFrameworkCore;

namespace GatewayDashboard.Data.Pricing;

/// <summary>Keeps the history of prices: a row only when a price changed.</summary>
public sealed class PriceStore(IDbContextFactory<DashboardDbContext> contexts, TimeProvider time)
{
    /// <summary>Keeps the prices that differ from the last known ones; the others are only confirmed.</summary>
    /// <returns>How many changed or are new.</returns>
    public async Task<int> RecordAsync(IReadOnlyCollection<ModelPrice> prices, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(prices);
        var now = time.GetUtcNow();
        var db = await contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        await using var _ = db.ConfigureAwait(false);
        var gateways = prices.Select(price => price.GatewayId).Distinct().ToArray();
        var rows = await db.ModelPrices.Where(row => gateways.Contains(row.GatewayId)).ToListAsync(cancellationToken).ConfigureAwait(false);
        var last = rows.GroupBy(row => row.Price.Key).ToDictionary(group => group.Key, group => group.MaxBy(row => row.SeenAt)!);
        var changed = 0;
        foreach (var price in prices.DistinctBy(price => price.Key))
        {
            if (last.TryGetValue(price.Key, out var known) && Same(known.Price, price))
            {
                known.ConfirmedOn = price.RetrievedOn > known.ConfirmedOn ? price.RetrievedOn : known.ConfirmedOn;
                continue;
            }

            db.ModelPrices.Add(new() { GatewayId = price.GatewayId, ModelId = price.ModelId, SeenAt = now, Price = price, ConfirmedOn = price.RetrievedOn });
            changed++;
        }

        await db.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        return changed;
    }

    /// <summary>Every price of every offer: valid from the day it was first read, dated the day it was last found unchanged; oldest first.</summary>
    public async Task<IReadOnlyList<ModelPrice>> AllAsync(CancellationToken cancellationToken = default)
    {
        var db = await contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        await using var _ = db.ConfigureAwait(false);
        var rows = await db.ModelPrices.AsNoTracking().OrderBy(row => row.SeenAt).ToListAsync(cancellationToken).ConfigureAwait(false);
        return [.. rows.Select(row => row.Price with { ValidFrom = row.Price.ValidFrom ?? row.Price.RetrievedOn, RetrievedOn = row.ConfirmedOn })];
    }

    // By their JSON, because lists in records are compared by reference; the day of reading is no change.
    private static bool Same(ModelPrice one, ModelPrice other) =>
        JsonSerializer.Serialize(one with { RetrievedOn = default }) == JsonSerializer.Serialize(other with { RetrievedOn = default });
}
