using GatewayDashboard.Core.Gateways;
using GatewayDashboard.Core.Requests.Checks;

namespace GatewayDashboard.Core.Requests;

/// <summary>The same request at another gateway.</summary>
/// <param name="Draft">What would be sent there.</param>
/// <param name="Changes">What was changed and why.</param>
/// <param name="Open">What still stands against it there.</param>
/// <param name="Lines">The bodies compared line by line.</param>
public sealed record GatewayAdaptation(RequestDraft Draft, IReadOnlyList<AdaptedField> Changes, IReadOnlyList<RequestFinding> Open, IReadOnlyList<DiffLine> Lines)
{
    /// <summary>Carries a draft over: the model's id there, the fields it takes, the values it wants; each change with its reason.</summary>
    public static GatewayAdaptation To(RequestDraft draft, string gatewayId)
    {
        ArgumentNullException.ThrowIfNull(draft);
        List<AdaptedField> changes = [];
        RequestDraft result = draft with { GatewayId = gatewayId, BaseUrl = null };
        string? model = GatewayModels.Same(draft.GatewayId, draft.Model, gatewayId);
        if (model is null)
        {
            changes.Add(new AdaptedField("model", $"No offer of this model is known at {GatewayCatalogue.Find(gatewayId)?.Name ?? gatewayId}: choose one."));
        }
        else if (model != draft.Model)
        {
            result = result.With("model", model);
            changes.Add(new AdaptedField("model", $"Its id there is {model}."));
        }

        // A fix may bring up the next finding, such as a renamed field; each can only be applied once.
        HashSet<string> done = [];
        while (RequestChecks.Check(result).FirstOrDefault(finding => finding is { Fix: not null, Level: not FindingLevel.Info } && done.Add($"{finding.Field} {finding.Fix.Label}")) is { } next)
        {
            result = next.Fix!.Apply(result);
            changes.Add(new AdaptedField(next.Field, $"{next.Fix.Label}: {next.Message}", next.Source, next.AsOf));
        }

        return new GatewayAdaptation(result, changes, RequestChecks.Check(result), LineDiff.Compare(Shown(draft), Shown(result)));
    }

    // A comma that comes or goes at the end of a line is no change.
    private static string Shown(RequestDraft draft) => JsonText.Indented(draft.Body).Replace(",\n", "\n", StringComparison.Ordinal);
}

/// <summary>One change made for another gateway.</summary>
/// <param name="Field">The field.</param>
/// <param name="Reason">What was done and why.</param>
/// <param name="Source">Where the reason was read, or null where none is needed.</param>
/// <param name="AsOf">When.</param>
public sealed record AdaptedField(string Field, string Reason, string? Source = null, DateOnly? AsOf = null);
