namespace GatewayDashboard.Core.Pricing;

/// <summary>What a month costs at any number of requests a day: the usage of one request, worked out once, and the fees of the way it is paid.</summary>
public sealed class CostCurve
{
    private readonly GatewayFees _fees;
    private readonly Workload _workload;
    private readonly decimal _topUp;

    internal CostCurve(CostSum perRequest, Workload workload, GatewayFees fees, decimal topUp)
    {
        PerRequest = perRequest;
        _workload = workload;
        _fees = fees;
        _topUp = topUp;
    }

    /// <summary>Usage of one request in USD, failures, batch share, discount and region in it, fees not.</summary>
    public CostSum PerRequest { get; }

    /// <summary>A month's cost at a number of requests a day.</summary>
    public CostSum At(decimal requestsPerDay)
    {
        CostSum usage = Usage(requestsPerDay);
        return FeesAt(requestsPerDay).Aggregate(usage, (sum, fee) => sum.Plus(fee.Part, fee.Amount));
    }

    /// <summary>A month's fees at a number of requests a day.</summary>
    public IEnumerable<FeeLine> FeesAt(decimal requestsPerDay) =>
        _fees.Of(Usage(requestsPerDay).Total, (_workload with { RequestsPerDay = requestsPerDay }).CallsPerMonth, _topUp);

    private CostSum Usage(decimal requestsPerDay) => PerRequest.Times(requestsPerDay * _workload.DaysPerMonth);
}
