using System.Collections.Immutable;

namespace GatewayDashboard.Core.Pricing;

/// <summary>Everything a user of the calculator chose. It has a link, and the link has it.</summary>
public sealed record CostQuestion
{
    /// <summary>The model the article compared.</summary>
    public const string ArticleModel = "llama-4-scout";

    /// <summary>The canonical model.</summary>
    public string Model { get; init; } = ArticleModel;

    /// <summary>The preset the numbers started from; null where none did.</summary>
    public string? Preset { get; init; } = "rag";

    /// <summary>The workload.</summary>
    public Workload Workload { get; init; } = WorkloadPreset.Find("rag")!.Workload!;

    /// <summary>How it is paid.</summary>
    public PaymentTerms Terms { get; init; } = new();

    /// <summary>How far tokens and cache hits may lie off.</summary>
    public TokenRange Range { get; init; } = new();

    /// <summary>Gateways to show; empty for all.</summary>
    public ImmutableSortedSet<string> Gateways { get; init; } = [];

    /// <summary>Whether prices over 90 days old may win.</summary>
    public bool AllowStale { get; init; }

    /// <summary>Keys of the rows set side by side, at most five.</summary>
    public ImmutableList<string> SideBySide { get; init; } = [];

    /// <summary>The key of the row whose sum is open; null for none.</summary>
    public string? Explained { get; init; }

    /// <summary>The view under the table that is open; null for the first.</summary>
    public string? View { get; init; }

    /// <summary>The table's column it is sorted by, with a leading <c>-</c> for descending; null for the month, cheapest first.</summary>
    public string? Sort { get; init; }

    /// <summary>The price snapshot the link was made with; null for the present one.</summary>
    public string? Snapshot { get; init; }

    /// <summary>The cheapest month when the link was made, USD; null where there was none.</summary>
    public decimal? CheapestThen { get; init; }

    /// <inheritdoc />
    public bool Equals(CostQuestion? other) => other is not null
        && Model == other.Model && Preset == other.Preset && Workload == other.Workload && Terms == other.Terms && Range == other.Range
        && AllowStale == other.AllowStale && Explained == other.Explained && View == other.View && Sort == other.Sort
        && Snapshot == other.Snapshot && CheapestThen == other.CheapestThen
        && Gateways.SetEquals(other.Gateways) && SideBySide.SequenceEqual(other.SideBySide);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Model, Preset, Workload, Terms, Range, AllowStale, Explained, View);
}
