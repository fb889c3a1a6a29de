namespace GatewayDashboard.Core.Completions;

/// <summary>The closed set of classes a call can end in. Exactly one per call.</summary>
public enum Outcome
{
    /// <summary>Finished with text.</summary>
    Ok,

    /// <summary>Finished because the output limit was reached: success, marked truncated.</summary>
    OkLength,

    /// <summary>A content filter or refusal ended it: not a fault, own rate.</summary>
    Filtered,

    /// <summary>Finished without text or error.</summary>
    Empty,

    /// <summary>The name could not be resolved; nothing was sent.</summary>
    ConnectDns,

    /// <summary>No TCP connection; nothing was sent.</summary>
    ConnectTcp,

    /// <summary>No TLS session; nothing was sent.</summary>
    ConnectTls,

    /// <summary>Our own egress policy refused the address.</summary>
    Blocked,

    /// <summary>The key was rejected.</summary>
    Auth,

    /// <summary>No credit, or the account is locked.</summary>
    Account,

    /// <summary>The model is unknown or retired here.</summary>
    Model,

    /// <summary>The gateway found the request itself wrong.</summary>
    Request,

    /// <summary>Too many requests.</summary>
    RateLimited,

    /// <summary>The gateway said it was overloaded (503, 529).</summary>
    Overloaded,

    /// <summary>Any other 5xx.</summary>
    Server,

    /// <summary>No response headers in time.</summary>
    TimeoutHeaders,

    /// <summary>Headers, but no token in time.</summary>
    TimeoutFirstToken,

    /// <summary>Tokens stopped coming.</summary>
    TimeoutIdle,

    /// <summary>The whole call took too long.</summary>
    TimeoutTotal,

    /// <summary>An error inside a 200 stream.</summary>
    StreamError,

    /// <summary>The stream ended without a finish signal.</summary>
    Cut,

    /// <summary>HTTP or SSE rules were broken.</summary>
    Protocol,

    /// <summary>Bad JSON or UTF-8 inside a frame.</summary>
    Decode,

    /// <summary>Answered whole where a stream was asked for: counts for total latency only.</summary>
    NotStream,

    /// <summary>One of our size or count limits was hit.</summary>
    Limit,

    /// <summary>A redirect, which is never followed.</summary>
    Redirect,

    /// <summary>Complete, but not comparable (cached, other model, disturbed clock): shown, excluded from statistics.</summary>
    Suspect,

    /// <summary>A spending cap stopped it before it was sent.</summary>
    Budget,

    /// <summary>Cancelled by the user or at shutdown.</summary>
    Cancelled,

    /// <summary>Our own storage failed.</summary>
    Storage,

    /// <summary>The program ended during the call.</summary>
    Interrupted,
}
