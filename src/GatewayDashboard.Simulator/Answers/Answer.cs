using GatewayDashboard.Simulator.Dialects;

namespace GatewayDashboard.Simulator.Answers;

/// <summary>One answer to one request: everything the writers and the faults need to know.</summary>
internal sealed record Answer
{
    public required WireDialect Dialect { get; init; }

    public required ChatRequest Request { get; init; }

    public required AnswerPlan Plan { get; init; }

    public required Pace Pace { get; init; }

    public required ChunkWriter Chunks { get; init; }

    public required UsageReport Usage { get; init; }

    public required string Id { get; init; }

    /// <summary>The model that answers, as the reply names it.</summary>
    public required string Model { get; init; }

    public required long Created { get; init; }

    public required decimal? CostUsd { get; init; }

    /// <summary>The key header as the client sent it, for the fault that echoes it; never kept anywhere.</summary>
    public string? Key { get; init; }

    /// <summary>Why the answer ended, in the gateway's word.</summary>
    public string FinishReason => Plan.Truncated ? "length" : "stop";

    public IEnumerable<KeyValuePair<string, string>> Headers =>
        Dialect.Headers.Select(header => new KeyValuePair<string, string>(
                header.Key,
                header.Value.Replace("{id}", Id, StringComparison.Ordinal).Replace("{model}", Model, StringComparison.Ordinal)))
            .Concat(RateLimitHeaders.For(Dialect.RateLimits, 200));
}
