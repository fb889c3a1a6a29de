using System.Diagnostics;
using GatewayDashboard.Core.Completions;
using GatewayDashboard.Core.Gateways;
using GatewayDashboard.Core.Measurement;
using GatewayDashboard.Credentials;

namespace GatewayDashboard.Tests.Gateways;

public sealed class ConnectionStagesTests
{
    private static readonly long s_start = Stopwatch.GetTimestamp();

    [Fact]
    public void Of_AGoodCall_PassesEveryStageAndSaysWhatWasFound()
    {
        var stages = Of(Call(Outcome.Ok, headers: 10, firstEvent: 11, firstToken: 20) with
        {
            Usage = new TokenUsage { Input = 20, Output = 2, FoundAt = "x_groq.usage" },
            ServedModel = "openai/gpt-oss-120b",
        });

        Assert.All(stages, stage => Assert.Equal(StageState.Passed, stage.State));
        Assert.Contains("x_groq.usage", Detail(stages, "Usage"));
        Assert.Equal("$0.000123 by the price list", Detail(stages, "Cost"));
    }

    [Theory]
    [InlineData(Outcome.Blocked, "Policy")]
    [InlineData(Outcome.ConnectDns, "DNS")]
    [InlineData(Outcome.ConnectTcp, "TCP")]
    [InlineData(Outcome.ConnectTls, "TLS")]
    [InlineData(Outcome.TimeoutHeaders, "HTTP")]
    public void Of_AFailureBeforeTheReply_EndsAtItsStage(Outcome outcome, string stage) =>
        Assert.Equal(stage, Assert.Single(Of(Call(outcome)), found => found.State == StageState.Failed).Name);

    [Theory]
    [InlineData(Outcome.Auth, "HTTP")]
    [InlineData(Outcome.Model, "HTTP")]
    [InlineData(Outcome.Account, "HTTP")]
    [InlineData(Outcome.NotStream, "Stream")]
    public void Of_ARefusal_EndsAtItsStageWithTheGatewaysWordsAndARemedy(Outcome outcome, string stage)
    {
        var failed = Assert.Single(Of(Call(outcome, headers: 10) with { Fault = new CallFault("No such thing.", 404, Hint: "Try another.") }), found => found.State == StageState.Failed);
        Assert.Equal((stage, "No such thing. Try another."), (failed.Name, failed.Detail));
    }

    [Fact]
    public void Of_NoTokenInTime_EndsAtTheFirstToken() => Assert.Equal(
        "First token", Assert.Single(Of(Call(Outcome.TimeoutFirstToken, headers: 10, firstEvent: 11)), found => found.State == StageState.Failed).Name);

    [Fact]
    public void Of_AnotherModelServed_IsANote()
    {
        var stages = Of(Call(Outcome.Ok, headers: 10, firstEvent: 11, firstToken: 20) with { ServedModel = "something-else" });
        Assert.Equal(StageState.Note, stages[^1].State);
        Assert.Contains("though openai/gpt-oss-120b was asked for", stages[^1].Detail);
    }

    private static IReadOnlyList<ConnectionStage> Of(CallMeasurement call) => ConnectionStages.Of(
        new Connection { Gateway = GatewayCatalogue.Find("groq")!, BaseUrl = new Uri("https://api.groq.com/openai/v1"), Provenance = Provenance.Measured }, "openai/gpt-oss-120b", call, 0.000123m);

    private static string Detail(IReadOnlyList<ConnectionStage> stages, string name) => stages.Single(stage => stage.Name == name).Detail;

    private static CallMeasurement Call(Outcome outcome, int? headers = null, int? firstEvent = null, int? firstToken = null) => new()
    {
        RequestId = "r",
        Outcome = outcome,
        Status = headers is null ? null : 200,
        Clock = ArrivalClock.User,
        Timeline = new CallTimeline
        {
            Scheduled = s_start, Call = s_start, Start = s_start, Headers = s_start + headers, FirstEvent = s_start + firstEvent, FirstToken = s_start + firstToken, FirstAnswer = s_start + firstToken, Done = s_start + 100,
            Connection = new ConnectionPhases { Dns = TimeSpan.FromMilliseconds(1), Tcp = TimeSpan.FromMilliseconds(1), Tls = TimeSpan.FromMilliseconds(1), RemoteAddress = "192.0.2.1:443" },
        },
    };
}
