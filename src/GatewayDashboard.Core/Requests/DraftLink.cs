using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace GatewayDashboard.Core.Requests;

/// <summary>A draft as the query of a link: gateway, model, numbers, switches and words of closed lists. Prompts, schemas, headers and anything else a person wrote stay out, since addresses end up in logs.</summary>
public static class DraftLink
{
    private const string GatewayName = "gateway";
    private const string EndpointName = "endpoint";
    private const string ModelName = "model";

    /// <summary>The query's pairs, in a fixed order.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Write(RequestDraft draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        List<KeyValuePair<string, string>> pairs = [new(GatewayName, draft.GatewayId)];
        if (draft.Endpoint == RequestEndpoint.Embeddings)
        {
            pairs.Add(new(EndpointName, "embeddings"));
        }

        if (draft.Model.Length > 0)
        {
            pairs.Add(new(ModelName, draft.Model));
        }

        foreach (RequestParameter parameter in ParameterCatalogue.For(draft.Endpoint).Where(parameter => parameter.InLink))
        {
            if (draft.Field(parameter.Name) is JsonValue value && Written(parameter, value) is { } text)
            {
                pairs.Add(new(parameter.Name, text));
            }
        }

        return pairs;
    }

    /// <summary>Lays a link's pairs over a draft: what the link names is set, the link's other parameters are unset, text stays as it is.</summary>
    /// <param name="draft">What to lay over; its text is kept.</param>
    /// <param name="pairs">The query's pairs.</param>
    /// <returns>The draft and the names that were not understood.</returns>
    public static (RequestDraft Draft, IReadOnlyList<string> Ignored) Read(RequestDraft draft, IEnumerable<KeyValuePair<string, string>> pairs)
    {
        ArgumentNullException.ThrowIfNull(draft);
        List<KeyValuePair<string, string>> given = [.. pairs];
        string? Value(string name) => given.Where(pair => pair.Key == name).Select(pair => pair.Value).LastOrDefault();

        RequestEndpoint endpoint = Value(EndpointName) == "embeddings" ? RequestEndpoint.Embeddings : RequestEndpoint.Chat;
        string gateway = Value(GatewayName) ?? draft.GatewayId;
        string model = Value(ModelName) ?? (gateway == draft.GatewayId ? draft.Model : "");
        RequestDraft result = endpoint == draft.Endpoint
            ? (draft with { GatewayId = gateway }).With("model", model)
            : RequestDraft.Start(gateway, model, endpoint);

        List<string> ignored = [];
        foreach (RequestParameter parameter in ParameterCatalogue.For(endpoint).Where(parameter => parameter.InLink))
        {
            if (Value(parameter.Name) is not { } text)
            {
                result = result.Without(parameter.Name);
            }
            else if (Parsed(parameter, text) is { } value)
            {
                result = JsonNode.DeepEquals(result.Field(parameter.Name), value) ? result : result.With(parameter.Name, value);
            }
            else
            {
                ignored.Add(parameter.Name);
            }
        }

        return (result, ignored);
    }

    private static string? Written(RequestParameter parameter, JsonValue value) => (parameter.Type, value.GetValueKind()) switch
    {
        (ParameterType.Boolean, JsonValueKind.True) => "true",
        (ParameterType.Boolean, JsonValueKind.False) => "false",
        (ParameterType.Number or ParameterType.WholeNumber, JsonValueKind.Number) => value.ToJsonString(),
        (ParameterType.Choice, JsonValueKind.String) when parameter.Choices.Contains(value.GetValue<string>()) => value.GetValue<string>(),
        _ => null,
    };

    private static JsonNode? Parsed(RequestParameter parameter, string text) => parameter.Type switch
    {
        ParameterType.Boolean => text switch { "true" => JsonValue.Create(true), "false" => JsonValue.Create(false), _ => null },
        ParameterType.Choice => parameter.Choices.Contains(text) ? JsonValue.Create(text) : null,
        ParameterType.WholeNumber when !long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _) => null,
        // Read as JSON, a number keeps the digits it was written with.
        _ => DraftJson.Read($$"""{"value":{{text}}}""").Body is { Count: 1 } read && read["value"] is JsonValue value && value.GetValueKind() == JsonValueKind.Number ? value.DeepClone() : null,
    };
}
