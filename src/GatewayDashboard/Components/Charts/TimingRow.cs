using GatewayDashboard.Theming;

namespace GatewayDashboard.Components.Charts;

/// <summary>Where the time of one call went.</summary>
/// <param name="Name">As shown at the row.</param>
/// <param name="Look">The gateway's mark.</param>
/// <param name="Phases">In the order of time, without gaps; a phase that did not happen is left out.</param>
public sealed record TimingRow(string Name, GatewayLook Look, IReadOnlyList<TimingSpan> Phases);

/// <summary>One phase of a call.</summary>
/// <param name="Phase">Which.</param>
/// <param name="Milliseconds">How long; not negative.</param>
public readonly record struct TimingSpan(TimingPhase Phase, double Milliseconds);

/// <summary>What a call spends its time on, each with a pattern of its own.</summary>
public enum TimingPhase
{
    /// <summary>Name, connection and TLS.</summary>
    Connect,

    /// <summary>Request sent, nothing has arrived.</summary>
    Wait,

    /// <summary>Reasoning arrives.</summary>
    Thinking,

    /// <summary>The answer arrives.</summary>
    Answer,
}
