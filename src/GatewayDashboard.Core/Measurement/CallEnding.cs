using GatewayDashboard.Core.Completions;

namespace GatewayDashboard.Core.Measurement;

/// <summary>What is known about a call only once it has ended; the rest is in its events.</summary>
internal sealed record CallEnding(Outcome Outcome, CallFault? Fault)
{
    public required long Call { get; init; }

    public required long Start { get; init; }

    public required long Done { get; init; }

    public required ArrivalClock Clock { get; init; }

    public required ConnectionPhases Connection { get; init; }

    public string? Model { get; init; }

    public string? Provider { get; init; }

    public string? Fingerprint { get; init; }
}
