using System.Diagnostics;
using GatewayDashboard.Core.Completions;
using GatewayDashboard.Core.Measurement;

namespace GatewayDashboard.Core.Tests.Measurement;

public sealed class CallMeasurementTests
{
    private static readonly long Ms = Stopwatch.Frequency / 1000;

    /// <summary>A warm call that started at 1,000 ms, with tokens at the given milliseconds after it.</summary>
    private static CallMeasurement Measured(IEnumerable<(double At, int Size)> tokens, int? billed = null, Outcome outcome = Outcome.Ok, bool reused = true)
    {
        var events = tokens.Select(t => new TokenEvent((1000 * Ms) + (long)(t.At * Ms), TokenChannel.Answer, t.Size, false)).ToArray();
        return new CallMeasurement
        {
            RequestId = "id",
            Outcome = outcome,
            Clock = ArrivalClock.Kernel,
            Usage = billed is null ? null : new TokenUsage { Output = billed },
            Timeline = new CallTimeline
            {
                Call = 900 * Ms,
                Start = 1000 * Ms,
                FirstToken = events[0].Ticks,
                FirstAnswer = events[0].Ticks,
                LastToken = events[^1].Ticks,
                Done = events[^1].Ticks + Ms,
                Tokens = events,
                Connection = new ConnectionPhases { Reused = reused },
            },
        };
    }

    private static IEnumerable<(double, int)> Every(double gap, int count, double first = 100) => Enumerable.Range(0, count).Select(i => (first + (i * gap), 4));

    [Fact]
    public void OutputSpeed_IsTokensAfterTheFirstOverTheirTime() => Assert.Equal(100, Measured(Every(10, 101), billed: 101).OutputSpeed!.Value, 3);

    // The usual (N − 1) form would report 190 tokens/s here.
    [Fact]
    public void OutputSpeed_FirstChunkOfManyTokens_DoesNotFlatter() =>
        Assert.Equal(100, Measured([(100, 40), .. Every(10, 10, first: 110)], billed: 20).OutputSpeed!.Value, 3);

    [Fact]
    public void OutputSpeed_EventsOfOneRead_AllCountAsFirst() =>
        Assert.Equal(100, Measured([(100, 4), (100, 4), .. Every(10, 10, first: 110)], billed: 12).OutputSpeed!.Value, 3);

    [Theory]
    [InlineData(1, 10)]
    [InlineData(8, 10)]
    [InlineData(20, 0.5)]
    public void OutputSpeed_TooShortToTell_IsNotMeasurable(int tokens, double gap) => Assert.Null(Measured(Every(gap, tokens), billed: tokens).OutputSpeed);

    [Fact]
    public void TimePerOutputToken_IsTheInverse()
    {
        var measurement = Measured(Every(10, 101), billed: 101);

        Assert.Equal((10, 10), (Math.Round(measurement.TimePerOutputToken!.Value, 6), Math.Round(measurement.TimePerOutputTokenVllm!.Value, 6)));
        Assert.Equal(1100, measurement.TimeTo(100)!.Value.TotalMilliseconds, 3);
    }

    [Fact]
    public void Gaps_TellMedianLongestAndStalls()
    {
        var measurement = Measured([.. Every(10, 20), (1100, 4)]);

        Assert.Equal((10, 810, 1), (measurement.GapMedian!.Value.TotalMilliseconds, measurement.GapLongest!.Value.TotalMilliseconds, measurement.Stalls));
    }

    // A proxy that held 50 events back for two seconds.
    [Fact]
    public void Buffered_HeldBackAndLetGo_IsFlagged()
    {
        var measurement = Measured(Every(0.2, 50, first: 2000), billed: 50);

        Assert.True(measurement.Buffered);
        Assert.Null(measurement.OutputSpeed);
    }

    // 1,900 tokens in 2.6 s after a slow start: a fast and honest gateway. The second is a short answer of the same.
    [Theory]
    [InlineData(1900, 1.37, 900)]
    [InlineData(24, 1.37, 900)]
    public void Buffered_FastHonestGateway_IsNotAccused(int tokens, double gap, double first) => Assert.False(Measured(Every(gap, tokens, first), billed: tokens).Buffered);

    [Fact]
    public void ColdCall_CountsItsConnection()
    {
        Assert.Equal(100, Measured(Every(10, 3)).FirstToken!.Value.TotalMilliseconds);
        Assert.Equal(200, Measured(Every(10, 3), reused: false).FirstToken!.Value.TotalMilliseconds);
    }

    [Fact]
    public void FailedCall_HasATimeToFailureAndNoTotal()
    {
        var measurement = Measured(Every(10, 3), outcome: Outcome.Cut);

        Assert.Null(measurement.Total);
        Assert.Null(measurement.EndToEndSpeed);
        Assert.Equal(221, measurement.TimeToFailure!.Value.TotalMilliseconds);
    }

    [Fact]
    public void TokenMismatch_TakesTheCountedTokens()
    {
        var measurement = Measured(Every(10, 101), billed: 400) with { NormalisedOutput = 101 };

        Assert.True(measurement.TokenMismatch);
        Assert.Equal(100, measurement.OutputSpeed!.Value, 3);
    }

    // Billed but hidden reasoning never flowed, so it cannot have a speed.
    [Fact]
    public void HiddenReasoning_IsLeftOutOfTheSpeed()
    {
        var measurement = Measured(Every(10, 101)) with { Usage = new TokenUsage { Output = 601, Reasoning = 500 } };

        Assert.True(measurement.ThinkingHidden);
        Assert.Null(measurement.ThinkingTime);
        Assert.Equal(100, measurement.OutputSpeed!.Value, 3);
    }

    [Fact]
    public void NormalisedTokens_CountTheVisibleText() =>
        Assert.Equal(4, (Measured(Every(10, 3)) with { Answer = "Hello world", Reasoning = "Hello world" }).WithNormalisedTokens().NormalisedOutput);
}
