using GatewayDashboard.Simulator.Answers;
using GatewayDashboard.Simulator.Dialects;

namespace GatewayDashboard.Simulator.Faults;

/// <summary>Group G: well-formed streams that mean trouble.</summary>
internal static class MeaningFaults
{
    public static readonly Fault[] All =
    [
        new("G1", "an error event in mid-stream, then the end", scene => scene.EndsAt(Ending.KeepAlive, due => [BodyPart.Of(PartKind.Raw, due, scene.Answer.Chunks.Error(ErrorBody.Broken))])),
    ];
}
