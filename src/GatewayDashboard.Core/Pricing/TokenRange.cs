namespace GatewayDashboard.Core.Pricing;

/// <summary>How far a request lies from the typical one: factors on its tokens for the low and the high estimate.</summary>
/// <param name="LowInput">Input of a short request as a share of the typical one.</param>
/// <param name="HighInput">Input of a long request as a share of the typical one.</param>
/// <param name="LowOutput">Output of a short answer as a share of the typical one.</param>
/// <param name="HighOutput">Output of a long answer as a share of the typical one.</param>
public sealed record TokenRange(decimal LowInput = 0.7m, decimal HighInput = 1.3m, decimal LowOutput = 0.7m, decimal HighOutput = 1.3m)
{
    /// <summary>How far the cache-hit share moves either way, in share of the input.</summary>
    public const decimal CacheSwing = 0.20m;

    /// <summary>Short requests with more cache hits.</summary>
    public Workload Low(Workload typical) => Scale(typical, LowInput, LowOutput, CacheSwing);

    /// <summary>Long requests with fewer cache hits.</summary>
    public Workload High(Workload typical) => Scale(typical, HighInput, HighOutput, -CacheSwing);

    private static Workload Scale(Workload typical, decimal input, decimal output, decimal swing)
    {
        ArgumentNullException.ThrowIfNull(typical);
        long tokens = (long)(typical.InputTokens * input);
        long written = (long)(typical.CacheWriteTokens * input);
        // A workload without a cache does not get one by being lucky.
        decimal share = typical.CachedTokens == 0 || typical.InputTokens == 0
            ? 0
            : Math.Clamp(((decimal)typical.CachedTokens / typical.InputTokens) + swing, 0, 1);
        return typical with
        {
            InputTokens = tokens,
            CacheWriteTokens = written,
            CachedTokens = Math.Min((long)(tokens * share), tokens - written),
            OutputTokens = (long)(typical.OutputTokens * output),
            ReasoningTokens = (long)(typical.ReasoningTokens * output),
            AddedPerTurn = (long)(typical.AddedPerTurn * input),
        };
    }
}
