using System.Text.Json;
using System.Text.Json.Serialization;

namespace GatewayDashboard.Core.Pricing;

/// <summary>Reads the dated price snapshot that ships with the product.</summary>
internal static class BundledPrices
{
    /// <summary>Every dated row, older readings of the same offer included.</summary>
    public static IReadOnlyList<ModelPrice> Read()
    {
        using Stream file = typeof(BundledPrices).Assembly.GetManifestResourceStream("prices.json")
            ?? throw new InvalidOperationException("The bundled prices.json is missing from the assembly.");
        Row[] rows = JsonSerializer.Deserialize(file, PriceRowJson.Default.RowArray) ?? [];
        return [.. rows.Select(ToPrice)];
    }

    private static ModelPrice ToPrice(Row row) => new()
    {
        GatewayId = row.Gateway,
        ModelId = row.Id,
        CanonicalModel = row.Model,
        Input = row.Input,
        Output = row.Output,
        CachedInput = row.Cached,
        BatchShare = row.Batch,
        ContextLength = row.Context,
        DailyLimit = row.DailyLimit,
        State = row.State,
        Note = row.Note,
        PublishedUnit = row.Unit,
        Source = row.Source,
        RetrievedOn = row.Retrieved,
        ValidFrom = row.Since,
        Origin = PriceOrigin.Bundled,
    };

    /// <summary>One line of the file. Prices are USD per million tokens whatever unit they were published in.</summary>
    internal sealed record Row(
        string Gateway, string Model, string Id, string Source, DateOnly Retrieved, OfferState State,
        decimal? Input, decimal? Output, decimal? Cached, decimal? Batch,
        int? Context, int? DailyLimit, string? Note, string? Unit, DateOnly? Since);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(BundledPrices.Row[]))]
internal sealed partial class PriceRowJson : JsonSerializerContext;
