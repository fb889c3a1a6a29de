using System.Text.Json;
using System.Text.Json.Nodes;

namespace GatewayDashboard.Core.Requests;

/// <summary>A whole draft as JSON, to be kept by name. Drafts hold no key, so neither does this.</summary>
public static class DraftFile
{
    /// <summary>The draft as text.</summary>
    public static string Write(RequestDraft draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        return JsonText.Compact(new JsonObject
        {
            ["gateway"] = draft.GatewayId,
            ["endpoint"] = draft.Endpoint.ToString(),
            ["baseUrl"] = draft.BaseUrl?.AbsoluteUri,
            ["headers"] = new JsonArray([.. draft.Headers.Select(header => new JsonObject { ["name"] = header.Name, ["text"] = header.Text, ["variable"] = header.Variable })]),
            ["body"] = draft.Body,
        });
    }

    /// <summary>The draft of a text, or null where it is not one.</summary>
    public static RequestDraft? Read(string text)
    {
        if (DraftJson.Read(text).Body is not { } file || Text(file["gateway"]) is not { } gateway || file["body"] is not JsonObject body
            || !Enum.TryParse(Text(file["endpoint"]), out RequestEndpoint endpoint))
        {
            return null;
        }

        return new RequestDraft
        {
            GatewayId = gateway,
            Endpoint = endpoint,
            BaseUrl = Uri.TryCreate(Text(file["baseUrl"]), UriKind.Absolute, out Uri? address) ? address : null,
            Headers = [.. (file["headers"] as JsonArray ?? []).OfType<JsonObject>().Select(header => new RequestHeader(Text(header["name"]) ?? "", Text(header["text"]) ?? "", Text(header["variable"])))],
            Body = body,
        };
    }

    private static string? Text(JsonNode? node) => node?.GetValueKind() == JsonValueKind.String ? node.GetValue<string>() : null;
}
