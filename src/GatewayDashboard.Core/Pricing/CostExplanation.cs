namespace GatewayDashboard.Core.Pricing;

/// <summary>Writes the sum out with the user's numbers in it.</summary>
internal static class CostExplanation
{
    public static IEnumerable<CostLine> Lines(
        CallCost[] standard, CallCost[] batched, Workload workload, decimal discount, decimal region, CostCurve curve)
    {
        foreach (CostLine line in Request(standard, workload.Turns))
        {
            yield return line;
        }

        decimal request = standard.Sum(cost => cost.Usd!.Value);
        yield return new CostLine("one request", workload.Turns == 1 ? "the lines above" : $"the lines above, {workload.Turns} turns", request);

        if (batched.Length > 0)
        {
            decimal batch = batched.Sum(cost => cost.Usd!.Value);
            decimal blended = (request * (1 - workload.BatchShare)) + (batch * workload.BatchShare);
            yield return new CostLine("batch", $"{Usd.Rate(1 - workload.BatchShare)} × {Usd.Cost(request)} + {Usd.Rate(workload.BatchShare)} × {Usd.Cost(batch)}", blended);
            request = blended;
        }

        if (workload.BilledPerRequest != 1)
        {
            decimal billed = request * workload.BilledPerRequest;
            yield return new CostLine("failures and retries",
                $"{Usd.Cost(request)} × (1 − {Usd.Rate(workload.FailedShare)} + ({Usd.Rate(workload.FailedShare)} + {Usd.Rate(workload.RetryRate)}) × {Usd.Rate(workload.BilledShare)} billed)", billed);
            request = billed;
        }

        if (discount != 0)
        {
            yield return new CostLine("discount", $"{Usd.Cost(request)} × (1 − {Usd.Rate(discount)})", request * (1 - discount));
            request *= 1 - discount;
        }

        if (region != 1)
        {
            yield return new CostLine("region", $"{Usd.Cost(request)} × {Usd.Count(region)}", request * region);
        }

        decimal usage = curve.PerRequest.Total * workload.RequestsPerMonth;
        yield return new CostLine("usage a month",
            $"{Usd.Cost(curve.PerRequest.Total)} × {Usd.Count(workload.RequestsPerDay)} a day × {Usd.Count(workload.DaysPerMonth)} days", usage);
        foreach (FeeLine fee in curve.FeesAt(workload.RequestsPerDay))
        {
            yield return new CostLine(fee.Part.Words(), fee.Formula, fee.Amount);
        }

        yield return new CostLine("a month", "usage and fees", curve.At(workload.RequestsPerDay).Total);
    }

    // Turns differ only in their counts, so their lines are added up by part and price.
    private static IEnumerable<CostLine> Request(CallCost[] calls, int turns) => calls
        .SelectMany(call => call.Lines)
        .GroupBy(line => (line.Part, line.UnitPrice, line.IsPerMillion))
        .Select(group => new CostLine(
            group.Key.Part.Words(),
            group.Key.IsPerMillion
                ? $"{Usd.Count(group.Sum(line => line.Count))} tokens × {Usd.Price(group.Key.UnitPrice)} per million{(turns > 1 ? $", {turns} turns" : "")}"
                : $"{Usd.Count(group.Sum(line => line.Count))} × {Usd.Price(group.Key.UnitPrice)}",
            group.Sum(line => line.Usd)));
}
