namespace GatewayDashboard.Core.Pricing;

/// <summary>An amount in USD, kept by part. Adding and scaling are exact.</summary>
public sealed class CostSum
{
    private readonly decimal[] _parts;

    private CostSum(decimal[] parts) => _parts = parts;

    /// <summary>Nothing.</summary>
    public static CostSum Zero { get; } = new(new decimal[CostParts.All.Count]);

    /// <summary>One part's amount.</summary>
    public decimal this[CostPart part] => _parts[(int)part];

    /// <summary>All parts together.</summary>
    public decimal Total => _parts.Sum();

    /// <summary>This sum with an amount added to one part.</summary>
    public CostSum Plus(CostPart part, decimal amount)
    {
        decimal[] parts = [.. _parts];
        parts[(int)part] += amount;
        return new CostSum(parts);
    }

    /// <summary>Both sums, part by part.</summary>
    public CostSum Plus(CostSum other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return new CostSum([.. _parts.Zip(other._parts, (a, b) => a + b)]);
    }

    /// <summary>Every part times a factor.</summary>
    public CostSum Times(decimal factor) => new([.. _parts.Select(part => part * factor)]);

    /// <summary>Every part divided by a number other than 0.</summary>
    public CostSum Over(decimal divisor) => new([.. _parts.Select(part => part / divisor)]);
}
