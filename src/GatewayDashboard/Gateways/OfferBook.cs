using System.Globalization;
using GatewayDashboard.Core.Gateways;
using GatewayDashboard.Core.Pricing;
using GatewayDashboard.Data.Pricing;
using GatewayDashboard.Live;

namespace GatewayDashboard.Gateways;

/// <summary>All offers that are known: those of live lists, and under them what dated sources say where no live list was read.</summary>
public sealed class OfferBook(OfferStore store, CurrentPrices prices)
{
    /// <summary>Every offer, with how old each live list is.</summary>
    public async Task<(IReadOnlyList<OfferRow> Rows, IReadOnlyList<ModelList> Lists)> ReadAsync(CancellationToken cancellationToken = default)
    {
        var lists = await store.ListsAsync(cancellationToken);
        var stored = await store.OffersAsync(cancellationToken);
        var read = stored.Select(offer => (offer.GatewayId, offer.ModelId)).ToHashSet();
        return
        (
            [.. stored.Select(offer => Row(offer)), .. OfferCatalogue.All.Where(known => !read.Contains((known.Offer.GatewayId, known.Offer.ModelId))).Select(known => Row(known, lists))],
            lists
        );
    }

    private OfferRow Row(Offer offer)
    {
        var variant = VariantReader.Read(offer.GatewayId, offer.ModelId);
        return new()
        {
            GatewayId = offer.GatewayId,
            ModelId = offer.ModelId,
            Model = variant.Model,
            ModelName = OfferCatalogue.FindModel(variant.Model)?.Name ?? offer.DisplayName ?? variant.Model,
            ServingLabel = variant.ServingLabel,
            State = Enum.Parse<OfferState>(offer.State),
            Context = offer.ContextTokens,
            Modalities = offer.InputModalities,
            Price = prices.Value.Find(offer.GatewayId, offer.ModelId),
            Read = $"live {offer.LastSeenAt.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)} UTC",
        };
    }

    private OfferRow Row(KnownOffer known, IReadOnlyList<ModelList> lists)
    {
        var price = prices.Value.Find(known.Offer.GatewayId, known.Offer.ModelId);
        var absent = known.CanBeCalled && lists.FirstOrDefault(list => list.GatewayId == known.Offer.GatewayId)?.FetchedAt is not null;
        return new()
        {
            GatewayId = known.Offer.GatewayId,
            ModelId = known.Offer.ModelId,
            Model = known.Offer.Variant.Model,
            ModelName = OfferCatalogue.FindModel(known.Offer.Variant.Model)?.Name ?? known.Offer.Variant.Model,
            ServingLabel = known.Offer.Variant.ServingLabel,
            State = absent ? OfferState.NotListed : known.State,
            Note = absent ? "Not in the live list." : known.Note,
            Context = price?.ContextLength,
            Price = price,
            Read = $"{known.AsOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)} · {known.Source}",
        };
    }
}

/// <summary>One offer as a table shows it; null is not known.</summary>
public sealed record OfferRow
{
    /// <summary>The gateway that sells it.</summary>
    public required string GatewayId { get; init; }

    /// <summary>The id to send.</summary>
    public required string ModelId { get; init; }

    /// <summary>The model part of its variant key: what it is grouped by.</summary>
    public required string Model { get; init; }

    /// <summary>The model's name.</summary>
    public required string ModelName { get; init; }

    /// <summary>The label it is served under; empty for none.</summary>
    public required string ServingLabel { get; init; }

    /// <summary>Whether it can be bought.</summary>
    public required OfferState State { get; init; }

    /// <summary>What a reader should know, or null.</summary>
    public string? Note { get; init; }

    /// <summary>Longest prompt and answer together, tokens.</summary>
    public int? Context { get; init; }

    /// <summary>What goes in, comma-separated.</summary>
    public string? Modalities { get; init; }

    /// <summary>Its price in force, or null.</summary>
    public ModelPrice? Price { get; init; }

    /// <summary>When and where it was read.</summary>
    public required string Read { get; init; }
}
