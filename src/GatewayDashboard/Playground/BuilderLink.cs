using GatewayDashboard.Core.Requests;

namespace GatewayDashboard.Playground;

/// <summary>A pane's set-up as a link to the request builder; like every link without what a person wrote.</summary>
public static class BuilderLink
{
    /// <summary>The path with its query.</summary>
    public static string Write(PaneSetup setup)
    {
        ArgumentNullException.ThrowIfNull(setup);
        var parameters = setup.Parameters;
        var draft = RequestDraft.Start(setup.GatewayId, setup.Model)
            .With("temperature", parameters.Temperature)
            .With("top_p", parameters.TopP)
            .With("max_tokens", parameters.MaxTokens)
            .With("seed", parameters.Seed)
            .With("reasoning_effort", parameters.ReasoningEffort)
            .With("stream", parameters.Stream);
        return "/builder?" + string.Join('&', DraftLink.Write(draft).Select(pair => $"{Uri.EscapeDataString(pair.Key)}={Uri.EscapeDataString(pair.Value)}"));
    }
}
