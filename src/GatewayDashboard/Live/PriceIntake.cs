using System.Collections.Concurrent;
using GatewayDashboard.Core.Gateways;
using GatewayDashboard.Core.Pricing;

namespace GatewayDashboard.Live;

/// <summary>Takes what a models list says of prices: changes go in force at once, but for those too large to be believed, which wait for a look.</summary>
public sealed class PriceIntake(PriceBook book, CurrentPrices prices, TimeProvider time)
{
    private readonly ConcurrentDictionary<string, PriceChange> _waiting = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Changes that wait for a look, from whatever refresh found them.</summary>
    public IReadOnlyList<PriceChange> Waiting => [.. _waiting.Values.OrderBy(change => change.After.Key, StringComparer.Ordinal)];

    /// <summary>Takes a list that was read from the vendor's own address.</summary>
    public async Task<PriceReading> TakeAsync(Gateway gateway, Uri source, IReadOnlyList<ListedModel> models, CancellationToken cancellationToken)
    {
        DateOnly today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        PriceUnit unit = gateway.Dialect.ModelsList?.Unit ?? PriceUnit.None;
        IReadOnlyList<ModelPrice> read = ListedPrice.From(gateway.Id, models, unit, source.AbsoluteUri, today);
        if (read.Count == 0)
        {
            return PriceReading.Failed(gateway.Name, "its list names no prices");
        }

        // Compared with what was listed before, not with own prices laid over it.
        var known = new PriceCatalogue(prices.Value.Rows.Where(row => row.Origin != PriceOrigin.Override));
        IReadOnlyList<PriceChange> changes = PriceChange.Between(known, read);
        foreach (ModelPrice price in read)
        {
            _waiting.TryRemove(price.Key, out _);
        }

        foreach (PriceChange change in changes.Where(change => change.NeedsReview))
        {
            _waiting[change.After.Key] = change;
        }

        ModelPrice[] gone = [.. Gone(known, gateway.Id, models, today)];
        await book.TakeAsync([.. read.Where(price => !_waiting.ContainsKey(price.Key)), .. gone], cancellationToken);
        return new PriceReading(gateway.Name, null, read.Count, changes, [.. gone.Select(price => price.ModelId)]);
    }

    /// <summary>Puts a change that waited in force.</summary>
    public async Task AcceptAsync(PriceChange change, CancellationToken cancellationToken)
    {
        _waiting.TryRemove(change.After.Key, out _);
        await book.TakeAsync([change.After], cancellationToken);
    }

    private static IEnumerable<ModelPrice> Gone(PriceCatalogue known, string gatewayId, IReadOnlyList<ListedModel> listed, DateOnly today)
    {
        HashSet<string> ids = new(listed.SelectMany(model => model.Aliases.Prepend(model.Id)), StringComparer.OrdinalIgnoreCase);
        return known.Current
            .Where(price => price.GatewayId == gatewayId && price.State is (OfferState.Listed or OfferState.Preview) && !ids.Contains(price.ModelId))
            .Select(price => price with { State = OfferState.NotListed, Origin = PriceOrigin.ModelsList, RetrievedOn = today, ValidFrom = today });
    }
}

/// <summary>What reading one gateway's prices came to.</summary>
/// <param name="Gateway">Its name.</param>
/// <param name="Failure">Why it did not work; null where it did.</param>
/// <param name="Read">Prices read.</param>
/// <param name="Changes">What differs from what was known; those that need a look are not in force.</param>
/// <param name="Gone">Model ids that are no longer on the list.</param>
public sealed record PriceReading(string Gateway, string? Failure, int Read, IReadOnlyList<PriceChange> Changes, IReadOnlyList<string> Gone)
{
    /// <summary>A gateway that could not be read; its old prices stay.</summary>
    public static PriceReading Failed(string gateway, string why) => new(gateway, why, 0, [], []);
}
