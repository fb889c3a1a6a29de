namespace GatewayDashboard.Core.Pricing;

/// <summary>What one call is billed for.</summary>
public readonly record struct CallShape
{
    /// <summary>Input tokens at the full price.</summary>
    public long Uncached { get; init; }

    /// <summary>Input tokens read from a prompt cache.</summary>
    public long Cached { get; init; }

    /// <summary>Input tokens written to a prompt cache.</summary>
    public long CacheWrite { get; init; }

    /// <summary>Visible output tokens.</summary>
    public long Output { get; init; }

    /// <summary>Reasoning tokens, not among <see cref="Output"/>.</summary>
    public long Reasoning { get; init; }

    /// <summary>Input images.</summary>
    public int Images { get; init; }

    /// <summary>The prompt's length, which decides the tier.</summary>
    public long Prompt => Uncached + Cached + CacheWrite;
}
