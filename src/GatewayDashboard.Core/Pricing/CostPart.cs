namespace GatewayDashboard.Core.Pricing;

/// <summary>What a part of the bill is for, in the order it is stacked.</summary>
public enum CostPart
{
    /// <summary>Input at the full price.</summary>
    UncachedInput,

    /// <summary>Input read from a cache.</summary>
    CachedInput,

    /// <summary>Input written to a cache.</summary>
    CacheWrite,

    /// <summary>Visible output.</summary>
    Output,

    /// <summary>Reasoning.</summary>
    Reasoning,

    /// <summary>Fees per request and per image.</summary>
    RequestFees,

    /// <summary>What the gateway takes: credit purchase, BYOK, plan.</summary>
    GatewayFee,

    /// <summary>Servers of one's own.</summary>
    Hosting,
}

/// <summary>The words for a part of the bill.</summary>
public static class CostParts
{
    /// <summary>All parts in the order they are stacked.</summary>
    public static IReadOnlyList<CostPart> All { get; } = Enum.GetValues<CostPart>();

    /// <summary>The part's name in a sentence.</summary>
    public static string Words(this CostPart part) => part switch
    {
        CostPart.UncachedInput => "input",
        CostPart.CachedInput => "cached input",
        CostPart.CacheWrite => "cache write",
        CostPart.Output => "output",
        CostPart.Reasoning => "reasoning",
        CostPart.RequestFees => "request fees",
        CostPart.GatewayFee => "gateway fee",
        CostPart.Hosting => "hosting",
        _ => throw new ArgumentOutOfRangeException(nameof(part), part, "Not a part of the bill."),
    };
}
