using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace GatewayDashboard.Core.Pricing;

/// <summary>All prices known here. Immutable: a refresh builds a new one, and whoever holds the old one keeps a consistent view.</summary>
public sealed class PriceCatalogue
{
    private static readonly Lazy<PriceCatalogue> Snapshot = new(() => new PriceCatalogue(BundledPrices.Read()));

    private readonly Dictionary<string, ModelPrice> _current;
    private readonly ILookup<string, ModelPrice> _byOffer;
    private readonly ILookup<string, ModelPrice> _byModel;

    /// <summary>Builds a catalogue from dated rows; of several rows of one offer the most trusted and then the newest is current.</summary>
    public PriceCatalogue(IEnumerable<ModelPrice> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        Rows = [.. rows.Distinct()];
        _byOffer = Rows.ToLookup(row => row.Key, StringComparer.OrdinalIgnoreCase);
        _current = _byOffer.ToDictionary(group => group.Key, Newest, StringComparer.OrdinalIgnoreCase);
        _byModel = _current.Values.Where(row => row.CanonicalModel is not null)
            .ToLookup(row => row.CanonicalModel!, StringComparer.OrdinalIgnoreCase);
        Models = [.. _byModel.Select(group => group.Key).Order(StringComparer.Ordinal)];
        SnapshotId = Fingerprint(_current.Values);
    }

    /// <summary>The dated snapshot that ships with the product.</summary>
    public static PriceCatalogue Bundled => Snapshot.Value;

    /// <summary>Every dated row, history included.</summary>
    public IReadOnlyList<ModelPrice> Rows { get; }

    /// <summary>Canonical models with at least one offer, sorted.</summary>
    public IReadOnlyList<string> Models { get; }

    /// <summary>Eight hex digits that change when any current price does; stands in links.</summary>
    public string SnapshotId { get; }

    /// <summary>The current price of every offer.</summary>
    public IEnumerable<ModelPrice> Current => _current.Values;

    /// <summary>The current price of one offer, or null where none is known.</summary>
    public ModelPrice? Find(string gatewayId, string modelId) => _current.GetValueOrDefault($"{gatewayId}/{modelId}");

    /// <summary>The current prices of every offer of a canonical model.</summary>
    public IReadOnlyList<ModelPrice> ForModel(string canonicalModel) => [.. _byModel[canonicalModel]];

    /// <summary>Every reading of one offer, oldest first.</summary>
    public IReadOnlyList<ModelPrice> History(string gatewayId, string modelId) =>
        [.. _byOffer[$"{gatewayId}/{modelId}"].OrderBy(row => row.RetrievedOn).ThenBy(row => row.Origin)];

    /// <summary>A catalogue with further rows. Rows without a canonical model take the one the same offer had before.</summary>
    public PriceCatalogue With(IEnumerable<ModelPrice> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        return new PriceCatalogue(Rows.Concat(rows.Select(row => row.CanonicalModel is null
            ? row with { CanonicalModel = Find(row.GatewayId, row.ModelId)?.CanonicalModel }
            : row)));
    }

    // An own price beats everything until it is removed; among the rest the newest reading wins.
    private static ModelPrice Newest(IEnumerable<ModelPrice> rows) => rows
        .OrderBy(row => row.Origin == PriceOrigin.Override)
        .ThenBy(row => row.RetrievedOn)
        .ThenBy(row => row.Origin)
        .Last();

    private static string Fingerprint(IEnumerable<ModelPrice> current)
    {
        var text = new StringBuilder();
        foreach (ModelPrice row in current.OrderBy(row => row.Key, StringComparer.Ordinal))
        {
            text.Append(CultureInfo.InvariantCulture, $"{row.Key}|{row.Input}|{row.Output}|{row.CachedInput}|{row.CacheWrite}|{row.Reasoning}|{row.PerRequest}|{row.PerImage}|{row.State}\n");
            foreach (PriceTier tier in row.Tiers)
            {
                text.Append(CultureInfo.InvariantCulture, $"{tier}\n");
            }
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())).AsSpan(0, 4));
    }
}
