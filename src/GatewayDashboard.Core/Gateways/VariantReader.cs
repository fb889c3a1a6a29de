using System.Globalization;

namespace GatewayDashboard.Core.Gateways;

/// <summary>Tells the variant key of an offer from its id, for ids the catalogue does not know.</summary>
public static class VariantReader
{
    // Words vendors put behind a name for how they serve it. Precision (fp8) and tuning stay in the model part.
    private static readonly string[] s_labels = ["turbo", "instant", "versatile", "lite", "tput", "fast", "nitro", "instruct"];

    /// <summary>The variant of that offer: the catalogue's where it knows the id, else read from the id itself.</summary>
    public static ModelVariant Read(string gatewayId, string modelId)
    {
        if (OfferCatalogue.Find(gatewayId, modelId) is { } known)
        {
            return known.Offer.Variant;
        }

        string name = modelId[(modelId.LastIndexOf('/') + 1)..].ToLowerInvariant();
        string routing = "";
        int colon = name.IndexOf(':', StringComparison.Ordinal);
        if (colon > 0)
        {
            (name, routing) = (name[..colon], name[colon..]);
        }

        string bare = name.StartsWith("meta-llama-", StringComparison.Ordinal) ? name["meta-".Length..] : name;
        return Labelled(bare, routing);
    }

    private static ModelVariant Labelled(string name, string routing)
    {
        string rest = name;
        string label = "";
        while (OfferCatalogue.FindModel(rest)?.Id != rest && Label(rest) is { } word)
        {
            rest = rest[..^(word.Length + 1)];
            // The last word says how it is served; "Instruct" before it is how every offer is tuned.
            label = label.Length == 0 ? CultureInfo.InvariantCulture.TextInfo.ToTitleCase(word) : label;
        }

        if (OfferCatalogue.FindModel(rest) is { } model)
        {
            return new ModelVariant(model.Id, Join(label, routing));
        }

        // An unknown model keeps its name whole: two offers are the same only where nothing was guessed.
        return new ModelVariant(name, routing);
    }

    private static string? Label(string name) => s_labels.FirstOrDefault(word => name.EndsWith("-" + word, StringComparison.Ordinal) && name.Length > word.Length + 1);

    private static string Join(string label, string routing) => label.Length > 0 && routing.Length > 0 ? $"{label} {routing}" : label + routing;
}
