using GatewayDashboard.Core.Gateways;
using GatewayDashboard.Core.Pricing;
using GatewayDashboard.Core.Requests;
using GatewayDashboard.Core.Requests.Checks;

namespace GatewayDashboard.Components.Requests;

/// <summary>What the builder's page shows: one draft and everything that follows from it, worked out once per change.</summary>
public sealed class BuilderState
{
    private readonly PriceCatalogue _prices;

    /// <summary>Starts with a draft.</summary>
    /// <param name="prices">What the estimate is reckoned with.</param>
    /// <param name="draft">The first draft.</param>
    public BuilderState(PriceCatalogue prices, RequestDraft draft)
    {
        _prices = prices;
        Draft = draft;
        Follow();
    }

    /// <summary>The last good draft.</summary>
    public RequestDraft Draft { get; private set; }

    /// <summary>The text of the JSON tab; differs from the draft only while it cannot be read.</summary>
    public string Json { get; private set; } = "";

    /// <summary>What is wrong with <see cref="Json"/>, or null.</summary>
    public BodyReading? JsonFault { get; private set; }

    /// <summary>The draft bound to its gateway.</summary>
    public RequestPreview Preview { get; private set; } = null!;

    /// <summary>What to know before it is sent, errors first.</summary>
    public IReadOnlyList<RequestFinding> Findings { get; private set; } = [];

    /// <summary>Tokens and cost.</summary>
    public RequestEstimate Estimate { get; private set; } = null!;

    /// <summary>The gateway.</summary>
    public Gateway Gateway => Preview.Gateway;

    /// <summary>Takes a draft from the form.</summary>
    public void Set(RequestDraft draft)
    {
        Draft = draft;
        Follow();
    }

    /// <summary>Takes the text of the JSON tab: a body drives the form, anything else keeps the last good draft and says where it is wrong.</summary>
    public void EditJson(string text)
    {
        BodyReading reading = DraftJson.Read(text);
        if (reading.Body is { } body)
        {
            Draft = Draft with { Body = body };
            Follow();
            Json = text;
        }
        else
        {
            Json = text;
            JsonFault = reading;
        }
    }

    private void Follow()
    {
        Preview = RequestPreview.From(Draft);
        Json = Preview.Json;
        JsonFault = null;
        Estimate = RequestEstimate.Of(Draft, _prices);
        Findings = [.. RequestChecks.Check(Draft).Concat(Estimate.Check() is { } tooLong ? [tooLong] : []).OrderBy(finding => finding.Level)];
    }
}
