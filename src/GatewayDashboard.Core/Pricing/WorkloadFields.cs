namespace GatewayDashboard.Core.Pricing;

/// <summary>Every number of a workload and of the terms that can be typed or linked.</summary>
public static class WorkloadFields
{
    private const decimal MostTokens = 10_000_000;

    /// <summary>The numbers of a workload.</summary>
    public static IReadOnlyList<InputField<Workload>> All { get; } =
    [
        new() { Key = "rpd", Label = "Requests", Unit = "a day", Max = 1_000_000_000, Get = w => w.RequestsPerDay, Set = (w, v) => w with { RequestsPerDay = v } },
        new() { Key = "days", Label = "Active days", Unit = "a month", Min = 1, Max = 31, Get = w => w.DaysPerMonth, Set = (w, v) => w with { DaysPerMonth = v } },
        new() { Key = "grow", Label = "Growth", Unit = "% a month", Min = -50, Max = 100, IsPercent = true, Get = w => w.GrowthPerMonth, Set = (w, v) => w with { GrowthPerMonth = v } },
        Tokens("in", "Input", w => w.InputTokens, (w, v) => w with { InputTokens = v }),
        Tokens("cached", "of it cached", w => w.CachedTokens, (w, v) => w with { CachedTokens = v }),
        Tokens("write", "of it written to cache", w => w.CacheWriteTokens, (w, v) => w with { CacheWriteTokens = v }),
        Tokens("out", "Output", w => w.OutputTokens, (w, v) => w with { OutputTokens = v }),
        Tokens("think", "Reasoning", w => w.ReasoningTokens, (w, v) => w with { ReasoningTokens = v }),
        new() { Key = "img", Label = "Images", Unit = "each request", Max = 1000, Whole = true, Get = w => w.Images, Set = (w, v) => w with { Images = (int)v } },
        Tokens("tpi", "Tokens per image", w => w.TokensPerImage, (w, v) => w with { TokensPerImage = v }),
        new() { Key = "turns", Label = "Turns", Unit = "a conversation", Min = 1, Max = 200, Whole = true, Get = w => w.Turns, Set = (w, v) => w with { Turns = (int)v } },
        Tokens("add", "Input grows by", w => w.AddedPerTurn, (w, v) => w with { AddedPerTurn = v }),
        Share("batch", "Can wait (batch)", 100, w => w.BatchShare, (w, v) => w with { BatchShare = v }),
        Share("fail", "End without answer", 100, w => w.FailedShare, (w, v) => w with { FailedShare = v }),
        Share("retry", "Retries", 1000, w => w.RetryRate, (w, v) => w with { RetryRate = v }),
        Share("billed", "Failed attempts billed", 100, w => w.BilledShare, (w, v) => w with { BilledShare = v }),
    ];

    /// <summary>The numbers of the terms.</summary>
    public static IReadOnlyList<InputField<PaymentTerms>> Terms { get; } =
    [
        new() { Key = "topup", Label = "Credits bought at once", Unit = "USD", Min = 1, Max = 1_000_000, Get = t => t.TopUp, Set = (t, v) => t with { TopUp = v } },
        new() { Key = "server", Label = "Own servers", Unit = "USD a month", Max = 10_000_000, Get = t => t.ServerPerMonth, Set = (t, v) => t with { ServerPerMonth = v } },
        new() { Key = "hours", Label = "Paid hours", Unit = "a month", Max = 100_000, Get = t => t.HoursPerMonth, Set = (t, v) => t with { HoursPerMonth = v } },
        new() { Key = "hourly", Label = "Price of an hour", Unit = "USD", Max = 10_000, Get = t => t.PerHour, Set = (t, v) => t with { PerHour = v } },
        new() { Key = "region", Label = "Region factor", Unit = "×", Min = 0.1m, Max = 10, Get = t => t.RegionFactor, Set = (t, v) => t with { RegionFactor = v } },
    ];

    /// <summary>The field of a workload by its key in links.</summary>
    public static InputField<Workload> Named(string key) => All.First(field => field.Key == key);

    /// <summary>What does not fit together in a workload, by the key of the field to say it beside; empty where all is well.</summary>
    public static IReadOnlyDictionary<string, string> Contradictions(Workload workload)
    {
        ArgumentNullException.ThrowIfNull(workload);
        var found = new Dictionary<string, string>();
        if (workload.CachedTokens + workload.CacheWriteTokens > workload.InputTokens)
        {
            string key = workload.CachedTokens > workload.InputTokens || workload.CacheWriteTokens == 0 ? "cached" : "write";
            found[key] = $"Cached and written tokens are part of the input: together at most {Usd.Count(workload.InputTokens)}.";
        }

        return found;
    }

    private static InputField<Workload> Tokens(string key, string label, Func<Workload, long> get, Func<Workload, long, Workload> set) => new()
    {
        Key = key,
        Label = label,
        Unit = "tokens",
        Max = MostTokens,
        Whole = true,
        Get = w => get(w),
        Set = (w, v) => set(w, (long)v),
    };

    private static InputField<Workload> Share(string key, string label, decimal max, Func<Workload, decimal> get, Func<Workload, decimal, Workload> set) => new()
    {
        Key = key,
        Label = label,
        Unit = "%",
        Max = max,
        IsPercent = true,
        Get = get,
        Set = set,
    };
}
