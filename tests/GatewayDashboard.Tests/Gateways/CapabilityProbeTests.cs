using System.Diagnostics;
using GatewayDashboard.Core.Completions;
using GatewayDashboard.Core.Measurement;
using GatewayDashboard.Gateways;

namespace GatewayDashboard.Tests.Gateways;

public sealed class CapabilityProbeTests
{
    // A refusal of anything but the request says nothing about the parameter.
    [Theory]
    [InlineData(Outcome.Ok, "accepted")]
    [InlineData(Outcome.OkLength, "accepted")]
    [InlineData(Outcome.Request, "refused")]
    [InlineData(Outcome.RateLimited, "unclear")]
    [InlineData(Outcome.Auth, "unclear")]
    [InlineData(Outcome.Budget, "unclear")]
    [InlineData(Outcome.TimeoutHeaders, "unclear")]
    public void Answer_TheEndOfACall_SaysWhatItSays(Outcome outcome, string answer) => Assert.Equal(answer, CapabilityProbe.Answer("seed", new CallMeasurement
    {
        RequestId = "r",
        Outcome = outcome,
        Clock = ArrivalClock.User,
        Timeline = new CallTimeline { Scheduled = Stopwatch.GetTimestamp(), Done = Stopwatch.GetTimestamp() },
    }).Answer);
}
