namespace GatewayDashboard.Core.Completions;

/// <summary>The five time limits and the size limits of one call.</summary>
public sealed record CallLimits
{
    /// <summary>Name, TCP and TLS together. Default 10 s.</summary>
    public TimeSpan Connect { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>From the request's first byte to the response headers. Default 60 s.</summary>
    public TimeSpan Headers { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>From the request's first byte to the first token. Default 60 s.</summary>
    public TimeSpan FirstToken { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Between two tokens; comments and empty events do not reset it. Default 30 s.</summary>
    public TimeSpan Idle { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The whole call. Default 180 s.</summary>
    public TimeSpan Total { get; init; } = TimeSpan.FromSeconds(180);

    /// <summary>Longest line or event, bytes. Default 1 MiB.</summary>
    public int EventBytes { get; init; } = 1 << 20;

    /// <summary>Most answer and reasoning text kept, UTF-8 bytes. Default 4 MiB.</summary>
    public int TextBytes { get; init; } = 4 << 20;

    /// <summary>Most body bytes read. Default 32 MiB.</summary>
    public long BodyBytes { get; init; } = 32L << 20;

    /// <summary>Most events read. Default 200,000.</summary>
    public int Events { get; init; } = 200_000;
}
