using GatewayDashboard.Simulator.Answers;

namespace GatewayDashboard.Simulator.Faults;

/// <summary>Group D: the stream's framing.</summary>
internal static class FramingFaults
{
    public static readonly Fault[] All =
    [
        new("D16", "the stream ends without a finish reason and without [DONE]", scene => scene.EndsAt(Ending.KeepAlive)),
    ];
}
