using System.Globalization;
using System.Text.Json.Nodes;
using GatewayDashboard.Core.Pricing;
using GatewayDashboard.Core.Requests.Checks;

namespace GatewayDashboard.Core.Requests;

/// <summary>What a request will take, estimated before it is sent. Null means unknown.</summary>
public sealed record RequestEstimate
{
    /// <summary>Input tokens by the common tokenizer, the chat template's own left out; images are not in it.</summary>
    public required int InputTokens { get; init; }

    /// <summary>Images, whose tokens are unknown.</summary>
    public required int Images { get; init; }

    /// <summary>Most output tokens, or null where the request sets no limit.</summary>
    public required long? MaxOutput { get; init; }

    /// <summary>The price it is reckoned with, or null where none is known.</summary>
    public required ModelPrice? Price { get; init; }

    /// <summary>USD for the input alone; null where no price is known.</summary>
    public required decimal? InputUsd { get; init; }

    /// <summary>USD where the answer uses its whole limit; null without a limit or a price.</summary>
    public required decimal? MostUsd { get; init; }

    /// <summary>Estimates a draft by the prices given.</summary>
    public static RequestEstimate Of(RequestDraft draft, PriceCatalogue prices)
    {
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentNullException.ThrowIfNull(prices);
        int input = TokenCounter.Count(Counted(draft));
        int images = draft.Messages.Sum(message => message.Images.Count);
        long? limit = draft.Endpoint == RequestEndpoint.Embeddings ? 0 : Limit(draft, "max_completion_tokens") ?? Limit(draft, "max_tokens");
        ModelPrice? price = prices.Find(draft.GatewayId, draft.Model);
        decimal? Cost(long output) => price is null ? null : CallCost.Of(price, new CallShape { Uncached = input, Images = images, Output = output }).Usd;
        return new RequestEstimate
        {
            InputTokens = input,
            Images = images,
            MaxOutput = limit,
            Price = price,
            InputUsd = Cost(0),
            MostUsd = limit is { } most ? Cost(most) : null,
        };
    }

    /// <summary>Whether it will fit the model's context, as a finding; null where it does or nothing is known.</summary>
    public RequestFinding? Check()
    {
        if (Price?.ContextLength is not { } context || InputTokens + (MaxOutput ?? 0) <= context)
        {
            return null;
        }

        string words = string.Create(CultureInfo.InvariantCulture, $"About {InputTokens:N0} tokens in{(MaxOutput is > 0 ? $" and up to {MaxOutput:N0} out" : "")} do not fit the model's context of {context:N0} tokens.");
        // The count is another model's tokenizer, so close to the border it may be wrong either way.
        bool sure = InputTokens * (1 - TokenCounter.Uncertainty) > context;
        return new RequestFinding(sure ? FindingLevel.Error : FindingLevel.Warning, "messages", words, Price.Source, Price.RetrievedOn);
    }

    private static string Counted(RequestDraft draft)
    {
        JsonNode?[] parts = [draft.Field("tools"), draft.Field("response_format"), draft.Field("input")];
        return string.Join('\n', [.. draft.Messages.Select(message => message.Text), .. parts.OfType<JsonNode>().Select(part => JsonText.Compact(part))]);
    }

    private static long? Limit(RequestDraft draft, string field) =>
        draft.Field(field) is JsonValue value && long.TryParse(value.ToJsonString(), NumberStyles.None, CultureInfo.InvariantCulture, out long limit) ? limit : null;
}
