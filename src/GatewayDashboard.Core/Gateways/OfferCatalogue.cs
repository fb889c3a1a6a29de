using System.Text.Json;
using GatewayDashboard.Core.Pricing;

namespace GatewayDashboard.Core.Gateways;

/// <summary>Which gateway is known to sell which model under which id, from dated sources. A live models list comes on top.</summary>
public static class OfferCatalogue
{
    private static readonly Rows s_rows = Read();
    private static readonly Dictionary<string, CanonicalModel> s_names = Names();
    private static readonly IReadOnlyList<KnownOffer> s_offers = [.. s_rows.Offers.Select(row => row.ToOffer())];
    private static readonly ILookup<string, KnownOffer> s_byGateway = s_offers.ToLookup(known => known.Offer.GatewayId);

    /// <summary>The models that are compared across gateways.</summary>
    public static IReadOnlyList<CanonicalModel> Canonical => s_rows.Models;

    /// <summary>Every known offer.</summary>
    public static IReadOnlyList<KnownOffer> All => s_offers;

    /// <summary>What that gateway is known to sell; empty for gateways that pass on what stands behind them.</summary>
    public static IReadOnlyList<KnownOffer> For(string gatewayId) => [.. s_byGateway[gatewayId]];

    /// <summary>The known offer of exactly that id, or null.</summary>
    public static KnownOffer? Find(string gatewayId, string modelId) =>
        s_byGateway[gatewayId].FirstOrDefault(known => string.Equals(known.Offer.ModelId, modelId, StringComparison.Ordinal));

    /// <summary>The canonical model of that id or of one of its other names (case does not matter), or null.</summary>
    public static CanonicalModel? FindModel(string name) => s_names.GetValueOrDefault(name);

    /// <summary>The default set of simulated runs: the published comparison's Llama 3.1 8B, each gateway's own variant ("as offered").</summary>
    public static IReadOnlyList<ModelOffer> SimulatedDefaults { get; } =
        Pick("llama-3.1-8b", "openrouter", "aimlapi", "together", "groq", "sambanova");

    /// <summary>The default set of live runs: gpt-oss-120b, the one model family all hosted gateways sell.</summary>
    public static IReadOnlyList<ModelOffer> LiveDefaults { get; } =
        Pick("gpt-oss-120b", "openrouter", "aimlapi", "together", "groq", "sambanova", "baseten");

    private static List<ModelOffer> Pick(string model, params ReadOnlySpan<string> gatewayIds)
    {
        List<ModelOffer> offers = [];
        foreach (string id in gatewayIds)
        {
            offers.Add(s_byGateway[id].First(known => known.Offer.Variant.Model == model).Offer);
        }

        return offers;
    }

    private static Dictionary<string, CanonicalModel> Names()
    {
        Dictionary<string, CanonicalModel> names = new(StringComparer.OrdinalIgnoreCase);
        foreach (CanonicalModel model in s_rows.Models)
        {
            names.Add(model.Id, model);
            foreach (string alias in model.Aliases)
            {
                names.Add(alias, model);
            }
        }

        return names;
    }

    private static Rows Read()
    {
        using Stream stream = typeof(OfferCatalogue).Assembly.GetManifestResourceStream("offers.json")
            ?? throw new InvalidOperationException("The offer catalogue is not embedded.");
        return JsonSerializer.Deserialize<Rows>(stream, CatalogueJson.Options)
            ?? throw new InvalidOperationException("The offer catalogue is empty.");
    }

    private sealed record Rows(IReadOnlyList<CanonicalModel> Models, IReadOnlyList<Row> Offers);

    private sealed record Row(string GatewayId, string ModelId, string Model, OfferState State, string Source, DateOnly AsOf, string ServingLabel = "", string? Note = null)
    {
        public KnownOffer ToOffer() => new(new ModelOffer(GatewayId, ModelId, new ModelVariant(Model, ServingLabel)), State, Note, Source, AsOf);
    }
}
