using System.Diagnostics;
using GatewayDashboard.Core.Completions;
using GatewayDashboard.Core.Measurement;
using GatewayDashboard.Core.Playground;

namespace GatewayDashboard.Core.Tests.Playground;

public sealed class ReplayTimelineTests
{
    private static readonly long Second = Stopwatch.Frequency;

    // "Grüße" has seven bytes: pieces are cut by bytes, words have characters.
    private static readonly CallMeasurement Call = new()
    {
        RequestId = "r",
        Outcome = Outcome.Ok,
        Clock = ArrivalClock.Kernel,
        Reasoning = "Hm.",
        Answer = "Grüße an alle",
        Timeline = new()
        {
            Start = 10 * Second,
            Done = 14 * Second,
            Tokens =
            [
                new(11 * Second, TokenChannel.Reasoning, 3, false),
                new(12 * Second, TokenChannel.Answer, 7, false),
                new(13 * Second, TokenChannel.Answer, 8, false),
            ],
        },
    };

    [Fact]
    public void Pieces_AreTheTextsInOrderOfArrival()
    {
        var timeline = new ReplayTimeline(Call);

        Assert.Equal(
            [new(TimeSpan.FromSeconds(1), true, "Hm."), new(TimeSpan.FromSeconds(2), false, "Grüße"), new(TimeSpan.FromSeconds(3), false, " an alle")],
            timeline.Pieces);
        Assert.Equal(TimeSpan.FromSeconds(4), timeline.Length);
    }

    [Theory]
    [InlineData(0.5, 0)]
    [InlineData(2, 2)]
    [InlineData(60, 3)]
    public void Count_AtAMoment_IsWhatHadArrived(double seconds, int pieces) =>
        Assert.Equal(pieces, new ReplayTimeline(Call).CountAt(TimeSpan.FromSeconds(seconds)));
}
