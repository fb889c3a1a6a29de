using GatewayDashboard.Core.Benchmarks;
using GatewayDashboard.Core.Completions;
using GatewayDashboard.Core.Measurement;

namespace GatewayDashboard.Components.Benchmarks;

/// <summary>The words pages use for the domain's enumerations.</summary>
internal static class MetricWords
{
    public static string Name(ComparedMetric metric) => metric switch
    {
        ComparedMetric.FirstToken => "First token",
        ComparedMetric.FirstAnswer => "First answer token",
        _ => "Total latency",
    };

    public static string Name(RunState state) => state switch
    {
        RunState.Queued => "waiting",
        RunState.Running => "running",
        RunState.Completed => "finished",
        RunState.Cancelled => "cancelled",
        RunState.Stopped => "stopped",
        _ => "interrupted",
    };

    public static string Shape(RunState state) => state switch
    {
        RunState.Queued => "○",
        RunState.Running => "◐",
        RunState.Completed => "✔",
        RunState.Cancelled => "■",
        _ => "▲",
    };

    public static string Name(Provenance provenance) => provenance switch
    {
        Provenance.Measured => "Live",
        Provenance.CustomAddress => "Custom address",
        _ => provenance.ToString(),
    };

    /// <summary>The outcome as people say it.</summary>
    public static string Name(Outcome outcome) => outcome switch
    {
        Outcome.Ok => "answered",
        Outcome.OkLength => "answered, cut at the output limit",
        Outcome.Filtered => "filtered or refused",
        Outcome.Empty => "empty answer",
        Outcome.ConnectDns => "name not found",
        Outcome.ConnectTcp => "no connection",
        Outcome.ConnectTls => "no TLS session",
        Outcome.Blocked => "address not allowed",
        Outcome.Auth => "key rejected",
        Outcome.Account => "no credit or account locked",
        Outcome.Model => "model unknown or retired",
        Outcome.Request => "request rejected",
        Outcome.RateLimited => "rate limited",
        Outcome.Overloaded => "overloaded",
        Outcome.Server => "server error",
        Outcome.TimeoutHeaders => "no headers in time",
        Outcome.TimeoutFirstToken => "no token in time",
        Outcome.TimeoutIdle => "tokens stopped coming",
        Outcome.TimeoutTotal => "took too long",
        Outcome.StreamError => "error inside the stream",
        Outcome.Cut => "stream cut off",
        Outcome.Protocol => "protocol broken",
        Outcome.Decode => "unreadable data",
        Outcome.NotStream => "answered whole, not as a stream",
        Outcome.Limit => "size limit hit",
        Outcome.Redirect => "redirect, not followed",
        Outcome.Suspect => "not comparable",
        Outcome.Budget => "stopped by a cap",
        Outcome.Cancelled => "cancelled",
        Outcome.Storage => "our storage failed",
        _ => "interrupted",
    };
}
