namespace GatewayDashboard.Core.Measurement;

/// <summary>
/// When each step of a call happened, in Stopwatch ticks (monotonic), never differences of wall clocks.
/// Null means the step did not happen or could not be seen. Definitions: the methodology guide page.
/// </summary>
public sealed record CallTimeline
{
    /// <summary>When the plan said the call should start.</summary>
    public long Scheduled { get; init; }

    /// <summary>Last instruction before the send: body serialised, permit held.</summary>
    public long Call { get; init; }

    /// <summary>First byte of the request handed to the socket (t0); equals <see cref="Call"/> where it could not be seen.</summary>
    public long Start { get; init; }

    /// <summary>Response headers complete.</summary>
    public long? Headers { get; init; }

    /// <summary>First SSE comment.</summary>
    public long? FirstComment { get; init; }

    /// <summary>First <c>data:</c> event of any kind, role-only included.</summary>
    public long? FirstEvent { get; init; }

    /// <summary>First token-bearing event, any channel.</summary>
    public long? FirstToken { get; init; }

    /// <summary>First token-bearing event of the reasoning channel.</summary>
    public long? FirstReasoning { get; init; }

    /// <summary>First token-bearing event of the answer (text, refusal or tool call).</summary>
    public long? FirstAnswer { get; init; }

    /// <summary>Last token-bearing event.</summary>
    public long? LastToken { get; init; }

    /// <summary><c>[DONE]</c> or clean end of body, whichever came first; for a failed call its end.</summary>
    public long Done { get; init; }

    /// <summary>Every token-bearing event in order of arrival.</summary>
    public IReadOnlyList<TokenEvent> Tokens { get; init; } = [];

    /// <summary>How the connection came about.</summary>
    public ConnectionPhases Connection { get; init; } = new();
}

/// <summary>One token-bearing event.</summary>
/// <param name="Ticks">Arrival, Stopwatch ticks.</param>
/// <param name="Channel">Its channel.</param>
/// <param name="Size">UTF-8 bytes of text it brought.</param>
/// <param name="Coalesced">Whether it shares its stamp with others of the same read.</param>
public readonly record struct TokenEvent(long Ticks, TokenChannel Channel, int Size, bool Coalesced);

/// <summary>Phases of a connection, each null where it did not take place in this call.</summary>
public sealed record ConnectionPhases
{
    /// <summary>Whether the call travelled on a connection that was open already.</summary>
    public bool Reused { get; init; }

    /// <summary>Waiting for the lane.</summary>
    public TimeSpan? PoolWait { get; init; }

    /// <summary>Name resolution.</summary>
    public TimeSpan? Dns { get; init; }

    /// <summary>TCP handshake.</summary>
    public TimeSpan? Tcp { get; init; }

    /// <summary>TLS handshake.</summary>
    public TimeSpan? Tls { get; init; }

    /// <summary>The address the call went to, or null where none was reached.</summary>
    public string? RemoteAddress { get; init; }
}
