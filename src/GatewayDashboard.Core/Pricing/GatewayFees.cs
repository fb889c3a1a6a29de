namespace GatewayDashboard.Core.Pricing;

/// <summary>What a way of paying costs on top of the tokens. Parts that do not apply are 0. Money in USD, rates as fractions.</summary>
public sealed record GatewayFees
{
    /// <summary>Share taken when credits are bought.</summary>
    public decimal CreditRate { get; init; }

    /// <summary>Least fee of one purchase of credits.</summary>
    public decimal CreditMinimum { get; init; }

    /// <summary>Share taken of the usage that runs on own upstream keys.</summary>
    public decimal ByokRate { get; init; }

    /// <summary>Usage a month at list price that is free of the BYOK fee.</summary>
    public decimal ByokFreeUsd { get; init; }

    /// <summary>Calls a month that are free of the BYOK fee.</summary>
    public decimal ByokFreeCalls { get; init; }

    /// <summary>Price of a plan a month.</summary>
    public decimal PlanPerMonth { get; init; }

    /// <summary>Calls a month that the plan includes.</summary>
    public decimal PlanCalls { get; init; }

    /// <summary>Calls in one further block beyond the plan; 0 where there are no blocks.</summary>
    public decimal BlockCalls { get; init; }

    /// <summary>Price of a further block.</summary>
    public decimal BlockPrice { get; init; }

    /// <summary>Fee of the gateway on every call.</summary>
    public decimal PerCall { get; init; }

    /// <summary>Servers a month.</summary>
    public decimal ServerPerMonth { get; init; }

    /// <summary>Hours a month that are paid by the hour.</summary>
    public decimal HoursPerMonth { get; init; }

    /// <summary>Price of such an hour.</summary>
    public decimal PerHour { get; init; }

    /// <summary>The fees of a month, line by line.</summary>
    /// <param name="usage">USD of usage that month.</param>
    /// <param name="calls">Calls that month.</param>
    /// <param name="topUp">USD of credits bought at once.</param>
    public IEnumerable<FeeLine> Of(decimal usage, decimal calls, decimal topUp)
    {
        if (CreditRate > 0 || CreditMinimum > 0)
        {
            decimal perPurchase = Math.Max(CreditRate * topUp, CreditMinimum);
            yield return new FeeLine(CostPart.GatewayFee, usage * perPurchase / topUp,
                $"{Usd.Cost(usage)} × max({Usd.Rate(CreditRate)} of {Usd.Price(topUp)}, {Usd.Price(CreditMinimum)}) / {Usd.Price(topUp)} credit-purchase fee");
        }

        if (ByokRate > 0)
        {
            yield return ByokFreeCalls > 0
                ? new FeeLine(CostPart.GatewayFee, calls <= 0 ? 0 : ByokRate * usage * Math.Max(0, calls - ByokFreeCalls) / calls,
                    $"{Usd.Rate(ByokRate)} of the usage of calls above {Usd.Count(ByokFreeCalls)} a month")
                : new FeeLine(CostPart.GatewayFee, ByokRate * Math.Max(0, usage - ByokFreeUsd),
                    $"{Usd.Rate(ByokRate)} of usage above {Usd.Price(ByokFreeUsd)} a month");
        }

        if (PlanPerMonth > 0 || BlockPrice > 0)
        {
            decimal blocks = BlockCalls > 0 ? Math.Ceiling(Math.Max(0, calls - PlanCalls) / BlockCalls) : 0;
            yield return new FeeLine(CostPart.GatewayFee, PlanPerMonth + (blocks * BlockPrice),
                $"plan {Usd.Price(PlanPerMonth)} with {Usd.Count(PlanCalls)} calls + {Usd.Count(blocks)} blocks × {Usd.Price(BlockPrice)}");
        }

        if (PerCall > 0)
        {
            yield return new FeeLine(CostPart.GatewayFee, PerCall * calls, $"{Usd.Count(calls)} calls × {Usd.Price(PerCall)} each");
        }

        if (ServerPerMonth > 0)
        {
            yield return new FeeLine(CostPart.Hosting, ServerPerMonth, "servers a month");
        }

        if (HoursPerMonth > 0 && PerHour > 0)
        {
            yield return new FeeLine(CostPart.Hosting, HoursPerMonth * PerHour, $"{Usd.Count(HoursPerMonth)} hours × {Usd.Price(PerHour)}");
        }
    }
}

/// <summary>One fee of a month.</summary>
/// <param name="Part">Gateway fee or hosting.</param>
/// <param name="Amount">USD.</param>
/// <param name="Formula">How it comes about.</param>
public sealed record FeeLine(CostPart Part, decimal Amount, string Formula);
