using System.Text.Json.Serialization;

namespace GatewayDashboard.Simulator.Models;

/// <summary>A model that one simulated gateway sells, at the price its original asked on a date.</summary>
internal sealed record SimulatedModel
{
    [JsonPropertyName("gateway")]
    public required string GatewayId { get; init; }

    public required string Id { get; init; }

    public required string Canonical { get; init; }

    /// <summary>USD per million input tokens; null where no price is known.</summary>
    public decimal? Input { get; init; }

    /// <summary>USD per million output tokens; null where no price is known.</summary>
    public decimal? Output { get; init; }

    /// <summary>USD per million cached input tokens; null where no price is known.</summary>
    public decimal? Cached { get; init; }

    public int? Context { get; init; }

    /// <summary>The price's date as its source gives it; null where there is no price.</summary>
    public string? AsOf { get; init; }

    /// <summary>Millionths of a USD, because a price per million tokens is that price per token; null where no price is known.</summary>
    public decimal? BillMicroUsd(int promptTokens, int completionTokens) => (Input * promptTokens) + (Output * completionTokens);
}
