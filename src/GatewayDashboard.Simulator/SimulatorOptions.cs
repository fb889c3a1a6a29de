namespace GatewayDashboard.Simulator;

/// <summary>How the simulated gateways are set up.</summary>
public sealed record SimulatorOptions
{
    /// <summary>The TCP port on 127.0.0.1; 0 takes any free one.</summary>
    public int Port { get; init; }

    /// <summary>Decides all jitter and all texts: the same seed and the same order of requests give the same answers.</summary>
    public long Seed { get; init; } = 1;

    /// <summary>1 plays in real time, 10 ten times as fast. Above 0.</summary>
    public double TimeScale { get; init; } = 1;

    /// <summary>A file that receives the journal as NDJSON, overwritten at the start; null for none.</summary>
    public string? JournalFile { get; init; }

    /// <summary>How many finished requests the journal keeps in memory.</summary>
    public int JournalCapacity { get; init; } = 20_000;

    /// <summary>How many send stamps the journal keeps in memory, over all requests.</summary>
    public int JournalStamps { get; init; } = 2_000_000;

    /// <summary>Connections served at the same time; more are turned away.</summary>
    public int MaxConnections { get; init; } = 1_024;
}
