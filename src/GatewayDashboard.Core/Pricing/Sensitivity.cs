namespace GatewayDashboard.Core.Pricing;

/// <summary>What moves a row's month: the effect of one input going 20 % down and up, all others held.</summary>
/// <param name="Input">The input's name.</param>
/// <param name="Down">Change of the month in USD with 20 % less of it.</param>
/// <param name="Up">Change of the month in USD with 20 % more of it.</param>
public sealed record Sensitivity(string Input, decimal Down, decimal Up)
{
    /// <summary>How far each input is moved, as a share.</summary>
    public const decimal Step = 0.20m;

    private static readonly (string Name, Func<Workload, decimal, Workload> Scale)[] Inputs =
    [
        ("requests a day", (w, f) => w with { RequestsPerDay = w.RequestsPerDay * f }),
        ("input tokens", (w, f) => w with
        {
            InputTokens = (long)(w.InputTokens * f), CachedTokens = (long)(w.CachedTokens * f), CacheWriteTokens = (long)(w.CacheWriteTokens * f), AddedPerTurn = (long)(w.AddedPerTurn * f),
        }),
        ("cached share", (w, f) => w with { CachedTokens = Math.Min((long)(w.CachedTokens * f), w.InputTokens - w.CacheWriteTokens) }),
        ("output tokens", (w, f) => w with { OutputTokens = (long)(w.OutputTokens * f) }),
        ("reasoning tokens", (w, f) => w with { ReasoningTokens = (long)(w.ReasoningTokens * f) }),
    ];

    /// <summary>The inputs that move a row's month, the strongest first; empty where the month is unknown.</summary>
    public static IReadOnlyList<Sensitivity> Of(CostRow row, PaymentTerms terms)
    {
        ArgumentNullException.ThrowIfNull(row);
        if (row.Estimate.PerMonth is not { } month)
        {
            return [];
        }

        decimal Change(Func<Workload, decimal, Workload> scale, decimal factor) =>
            CostCalculator.Estimate(row.Price, row.Way, scale(row.Estimate.Workload, factor), terms).PerMonth!.Value - month;

        return [.. Inputs
            .Select(input => new Sensitivity(input.Name, Change(input.Scale, 1 - Step), Change(input.Scale, 1 + Step)))
            .Where(bar => bar.Down != 0 || bar.Up != 0)
            .OrderByDescending(bar => Math.Max(Math.Abs(bar.Down), Math.Abs(bar.Up)))];
    }
}
