namespace GatewayDashboard.Core.Pricing;

/// <summary>One difference between the prices known and those just read.</summary>
/// <param name="Before">The price known; null for a new offer.</param>
/// <param name="After">The price read.</param>
public sealed record PriceChange(ModelPrice? Before, ModelPrice After)
{
    /// <summary>A larger change than this is shown before it is taken: it may be a mistaken unit.</summary>
    public const decimal ReviewAbove = 0.50m;

    /// <summary>The largest relative change among the prices both know; null for a new offer or where nothing can be compared.</summary>
    public decimal? Relative => Before is null ? null : Pairs(Before, After)
        .Where(pair => pair.Old is > 0 && pair.New is not null)
        .Select(pair => (decimal?)((pair.New!.Value / pair.Old!.Value) - 1))
        .MaxBy(change => Math.Abs(change!.Value));

    /// <summary>Whether somebody should look before it is taken.</summary>
    public bool NeedsReview => Relative is { } change && Math.Abs(change) > ReviewAbove;

    /// <summary>What differs between a catalogue and freshly read prices; an unchanged price is no change.</summary>
    public static IReadOnlyList<PriceChange> Between(PriceCatalogue known, IEnumerable<ModelPrice> read)
    {
        ArgumentNullException.ThrowIfNull(known);
        ArgumentNullException.ThrowIfNull(read);
        return [.. read.Select(after => new PriceChange(known.Find(after.GatewayId, after.ModelId), after))
            .Where(change => change.Before is null || Pairs(change.Before, change.After).Any(pair => pair.Old != pair.New))];
    }

    private static (decimal? Old, decimal? New)[] Pairs(ModelPrice a, ModelPrice b) =>
    [
        (a.Input, b.Input), (a.Output, b.Output), (a.CachedInput, b.CachedInput), (a.CacheWrite, b.CacheWrite),
        (a.Reasoning, b.Reasoning), (a.PerRequest, b.PerRequest), (a.PerImage, b.PerImage),
    ];
}
