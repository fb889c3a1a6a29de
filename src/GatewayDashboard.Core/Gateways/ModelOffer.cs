namespace GatewayDashboard.Core.Gateways;

/// <summary>What one gateway sells of a canonical model.</summary>
/// <param name="GatewayId">The gateway that sells it.</param>
/// <param name="ModelId">The id to send as <c>model</c>.</param>
/// <param name="Variant">Which model it is and under what serving label.</param>
public sealed record ModelOffer(string GatewayId, string ModelId, ModelVariant Variant);

/// <summary>The two-part variant key: targets with both parts equal are compared as the same variant, with the first part equal as offered, else not ranked.</summary>
/// <param name="Model">Family, size, revision, tuning, published precision and reasoning effort, for example <c>llama-3.1-8b</c>.</param>
/// <param name="ServingLabel">Turbo, Instant, Lite, <c>:free</c> and the like; empty where the gateway uses none.</param>
public sealed record ModelVariant(string Model, string ServingLabel)
{
    /// <summary>The key as shown: model, then the label where there is one.</summary>
    public override string ToString() => ServingLabel.Length == 0 ? Model : $"{Model} · {ServingLabel}";
}
