using GatewayDashboard.Core.Gateways;
using GatewayDashboard.Core.Pricing;
using Microsoft.EntityFrameworkCore;

namespace GatewayDashboard.Data.Pricing;

/// <summary>Keeps the last good models list of each gateway. A failing refresh leaves it as it is and only notes the failure.</summary>
public sealed class OfferStore(IDbContextFactory<DashboardDbContext> contexts, TimeProvider time)
{
    private const int LongestFailure = 2_048;

    /// <summary>Takes a list that was read in place of the one before; offers that are gone stay, as not listed.</summary>
    /// <param name="gatewayId">Whose list it is.</param>
    /// <param name="source">Where it was read.</param>
    /// <param name="models">Its chat models.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task ReplaceAsync(string gatewayId, string source, IReadOnlyCollection<ListedModel> models, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(models);
        var now = time.GetUtcNow();
        var db = await contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        await using var _ = db.ConfigureAwait(false);
        var kept = await db.Offers.Where(offer => offer.GatewayId == gatewayId).ToDictionaryAsync(offer => offer.ModelId, cancellationToken).ConfigureAwait(false);
        foreach (var gone in kept.Values)
        {
            gone.State = nameof(OfferState.NotListed);
        }

        foreach (var model in models.DistinctBy(model => model.Id))
        {
            if (!kept.TryGetValue(model.Id, out var offer))
            {
                offer = new() { GatewayId = gatewayId, ModelId = model.Id, State = nameof(OfferState.Listed), FirstSeenAt = now, LastSeenAt = now };
                db.Offers.Add(offer);
            }

            Fill(offer, model, now);
        }

        var list = await ListAsync(db, gatewayId, source, cancellationToken).ConfigureAwait(false);
        (list.Source, list.FetchedAt, list.Models, list.FailedAt, list.Failure) = (source, now, models.Count, null, null);
        await db.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Notes that a refresh failed; the last good list stays.</summary>
    public async Task NoteFailureAsync(string gatewayId, string source, string failure, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(failure);
        var db = await contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        await using var _ = db.ConfigureAwait(false);
        var list = await ListAsync(db, gatewayId, source, cancellationToken).ConfigureAwait(false);
        (list.FailedAt, list.Failure) = (time.GetUtcNow(), failure.Length > LongestFailure ? failure[..LongestFailure] : failure);
        await db.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Every kept offer.</summary>
    public async Task<IReadOnlyList<Offer>> OffersAsync(CancellationToken cancellationToken = default)
    {
        var db = await contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        await using var _ = db.ConfigureAwait(false);
        return await db.Offers.AsNoTracking().OrderBy(offer => offer.GatewayId).ThenBy(offer => offer.ModelId).ToListAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>How old each gateway's list is, and how its last refresh went.</summary>
    public async Task<IReadOnlyList<ModelList>> ListsAsync(CancellationToken cancellationToken = default)
    {
        var db = await contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        await using var _ = db.ConfigureAwait(false);
        return await db.ModelLists.AsNoTracking().ToListAsync(cancellationToken).ConfigureAwait(false);
    }

    private static async Task<ModelList> ListAsync(DashboardDbContext db, string gatewayId, string source, CancellationToken cancellationToken)
    {
        if (await db.ModelLists.FindAsync([gatewayId], cancellationToken).ConfigureAwait(false) is { } kept)
        {
            return kept;
        }

        var list = new ModelList { GatewayId = gatewayId, Source = source };
        db.ModelLists.Add(list);
        return list;
    }

    private static void Fill(Offer offer, ListedModel model, DateTimeOffset now)
    {
        var variant = VariantReader.Read(offer.GatewayId, model.Id);
        offer.CanonicalModel = OfferCatalogue.FindModel(variant.Model)?.Id;
        offer.ServingLabel = variant.ServingLabel;
        offer.DisplayName = model.Name;
        offer.ContextTokens = model.ContextLength;
        offer.MaxOutputTokens = model.MaxOutput;
        offer.InputModalities = Joined(model.InputModalities);
        offer.OutputModalities = Joined(model.OutputModalities);
        offer.State = (OfferCatalogue.Find(offer.GatewayId, model.Id)?.State == OfferState.Preview ? OfferState.Preview : OfferState.Listed).ToString();
        offer.LastSeenAt = now;
    }

    private static string? Joined(IReadOnlyList<string> words) => words.Count == 0 ? null : string.Join(',', words);
}
