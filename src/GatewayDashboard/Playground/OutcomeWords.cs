using GatewayDashboard.Core.Completions;

namespace GatewayDashboard.Playground;

/// <summary>How a call ended, in a few words.</summary>
public static class OutcomeWords
{
    /// <summary>The words, in lower case.</summary>
    public static string Of(Outcome outcome) => outcome switch
    {
        Outcome.Ok => "finished",
        Outcome.OkLength => "cut at the output limit",
        Outcome.Filtered => "filtered or refused",
        Outcome.Empty => "no text",
        Outcome.ConnectDns => "name not found",
        Outcome.ConnectTcp => "no connection",
        Outcome.ConnectTls => "no secure connection",
        Outcome.Blocked => "address not allowed",
        Outcome.Auth => "key rejected",
        Outcome.Account => "no credit",
        Outcome.Model => "model unknown",
        Outcome.Request => "request rejected",
        Outcome.RateLimited => "rate limited",
        Outcome.Overloaded => "overloaded",
        Outcome.Server => "server error",
        Outcome.TimeoutHeaders => "no reply in time",
        Outcome.TimeoutFirstToken => "no first token in time",
        Outcome.TimeoutIdle => "went silent",
        Outcome.TimeoutTotal => "took too long",
        Outcome.StreamError => "error in the stream",
        Outcome.Cut => "cut off",
        Outcome.Protocol => "broken reply",
        Outcome.Decode => "unreadable reply",
        Outcome.NotStream => "answered whole, not as a stream",
        Outcome.Limit => "too large",
        Outcome.Redirect => "redirected, not followed",
        Outcome.Suspect => "complete, not comparable",
        Outcome.Budget => "stopped by the spending cap",
        Outcome.Cancelled => "stopped",
        Outcome.Storage => "our storage failed",
        _ => "interrupted",
    };
}
