using System.Text.Json.Nodes;
using GatewayDashboard.Core.Gateways;
using GatewayDashboard.Core.Pricing;

namespace GatewayDashboard.Core.Requests.Checks;

/// <summary>Everything known about a request before it is sent: its own contradictions, its values' ranges, its schema, and how this gateway treats its fields.</summary>
public static class RequestChecks
{
    /// <summary>The findings, errors first.</summary>
    public static IReadOnlyList<RequestFinding> Check(RequestDraft draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        JsonObject body = draft.Body;
        IEnumerable<RequestFinding> findings = [.. Model(draft), .. ValueChecks.Check(draft)];
        if (draft.Endpoint == RequestEndpoint.Chat)
        {
            findings =
            [
                // What the gateway refuses comes first: completing such a field elsewhere would only bring it back.
                .. GatewayRules.For(draft.GatewayId).Select(rule => rule.Check(body)).OfType<RequestFinding>(),
                .. findings, .. ConversationChecks.Check(draft), .. FieldChecks.Check(draft), .. SchemaLint.Check(draft),
            ];
        }

        else if (draft.Text("input") is "" || draft.Field("input") is null or JsonArray { Count: 0 })
        {
            findings = [.. findings, new RequestFinding(FindingLevel.Error, "input", "There is nothing to embed: input is empty.")];
        }

        return [.. findings.OrderBy(finding => finding.Level)];
    }

    private static IEnumerable<RequestFinding> Model(RequestDraft draft)
    {
        Gateway? gateway = GatewayCatalogue.Find(draft.GatewayId);
        if (draft.Model.Length == 0)
        {
            return gateway?.Dialect.AllowsEmptyModel == true ? [] : [new(FindingLevel.Error, "model", "No model is named.")];
        }

        return OfferCatalogue.Find(draft.GatewayId, draft.Model) switch
        {
            { State: OfferState.Retired } gone =>
                [new(FindingLevel.Error, "model", $"{gateway?.Name} no longer serves {draft.Model}.{(gone.Note is null ? "" : " " + gone.Note)}", gone.Source, gone.AsOf)],
            { State: OfferState.Deprecated or OfferState.NotListed } old =>
                [new(FindingLevel.Warning, "model", $"{gateway?.Name} {(old.State == OfferState.Deprecated ? "lists" : "does not list")} {draft.Model}{(old.State == OfferState.Deprecated ? " as deprecated" : "")}.{(old.Note is null ? "" : " " + old.Note)}", old.Source, old.AsOf)],
            _ => [],
        };
    }
}
