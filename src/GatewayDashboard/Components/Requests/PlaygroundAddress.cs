using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using GatewayDashboard.Core.Requests;

namespace GatewayDashboard.Components.Requests;

/// <summary>A draft as the playground's address: one pane with the parameters it knows. Texts stay behind, as in every address.</summary>
public static class PlaygroundAddress
{
    /// <summary>The address. A dash says that a parameter is not sent, where the playground would send its own.</summary>
    public static string Of(RequestDraft draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        StringBuilder address = new($"/playground?p={Uri.EscapeDataString($"{draft.GatewayId}:{draft.Model}")}");
        address.Append("&t=").Append(Number(draft, "temperature") ?? "-");
        address.Append("&top=").Append(Number(draft, "top_p") ?? "-");
        address.Append("&max=").Append(Number(draft, "max_completion_tokens") ?? Number(draft, "max_tokens") ?? "-");
        if (Number(draft, "seed") is { } seed)
        {
            address.Append("&seed=").Append(seed);
        }

        if (draft.Text("reasoning_effort") is { } effort)
        {
            address.Append("&effort=").Append(Uri.EscapeDataString(effort));
        }

        address.Append(draft.Stream ? "" : "&stream=0");
        bool json = draft.Field("response_format") is JsonObject format && format["type"] is JsonValue type && type.GetValueKind() == JsonValueKind.String && type.GetValue<string>() == "json_object";
        return address.Append(json ? "&json=1" : "").ToString();
    }

    private static string? Number(RequestDraft draft, string field) =>
        draft.Field(field) is { } value && value.GetValueKind() == JsonValueKind.Number ? value.ToJsonString() : null;
}
