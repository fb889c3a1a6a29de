namespace GatewayDashboard.Core.Pricing;

/// <summary>Prices that hold from a prompt length on, USD per million tokens. A null price keeps the one below it.</summary>
public sealed record PriceTier
{
    /// <summary>The prompt length in tokens (uncached, cached and written together) from which the tier holds.</summary>
    public required long FromInputTokens { get; init; }

    /// <summary>USD per million input tokens.</summary>
    public decimal? Input { get; init; }

    /// <summary>USD per million output tokens.</summary>
    public decimal? Output { get; init; }

    /// <summary>USD per million cached input tokens.</summary>
    public decimal? CachedInput { get; init; }

    /// <summary>USD per million input tokens written to a cache.</summary>
    public decimal? CacheWrite { get; init; }
}
