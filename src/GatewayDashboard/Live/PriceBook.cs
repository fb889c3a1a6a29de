using GatewayDashboard.Core.Pricing;
using GatewayDashboard.Data.Pricing;

namespace GatewayDashboard.Live;

/// <summary>Puts the prices in force together: the bundled snapshot, what models lists said since, and own prices on top.</summary>
public sealed class PriceBook(CurrentPrices current, PriceStore store, OwnPrices own)
{
    /// <summary>Reads what is kept and puts it in force.</summary>
    public async Task ReloadAsync(CancellationToken cancellationToken)
    {
        var read = await store.AllAsync(cancellationToken);
        var typed = await own.ListAsync(cancellationToken);
        current.Swap(PriceCatalogue.Bundled.With(read).With(typed));
    }

    /// <summary>Keeps freshly read prices and puts them in force.</summary>
    /// <returns>How many changed or are new.</returns>
    public async Task<int> TakeAsync(IReadOnlyList<ModelPrice> read, CancellationToken cancellationToken)
    {
        int changed = await store.RecordAsync(read, cancellationToken);
        await ReloadAsync(cancellationToken);
        return changed;
    }

    /// <summary>Keeps an own price and puts it in force; false where there are too many.</summary>
    public async Task<bool> OverrideAsync(ModelPrice price, string actor, CancellationToken cancellationToken)
    {
        bool kept = await own.SaveAsync(price, actor, cancellationToken);
        await ReloadAsync(cancellationToken);
        return kept;
    }

    /// <summary>Removes an own price; the listed one counts again.</summary>
    public async Task RestoreAsync(string offerKey, string actor, CancellationToken cancellationToken)
    {
        await own.RemoveAsync(offerKey, actor, cancellationToken);
        await ReloadAsync(cancellationToken);
    }
}
