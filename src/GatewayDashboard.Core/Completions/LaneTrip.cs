using GatewayDashboard.Core.Measurement;

namespace GatewayDashboard.Core.Completions;

/// <summary>What a lane needs to know of the call it carries, and what it learns while connecting.</summary>
internal sealed class LaneTrip(Uri address, TimeSpan connectLimit, TimeSpan headersLimit, CallClocks clocks)
{
    public Uri Address { get; } = address;

    public TimeSpan ConnectLimit { get; } = connectLimit;

    public TimeSpan HeadersLimit { get; } = headersLimit;

    public CallClocks Clocks { get; } = clocks;

    /// <summary>Phases of the connection made for this call; untouched on one that was open already.</summary>
    public ConnectionPhases Phases { get; set; } = new() { Reused = true };

    /// <summary>The step that runs or ran last: the class of the call should it fail.</summary>
    public Outcome Step { get; set; } = Outcome.ConnectDns;

    /// <summary>Why no connection came about; null where one did.</summary>
    public CallFault? Failure { get; set; }
}
