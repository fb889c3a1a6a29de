using GatewayDashboard.Core.Completions;
using GatewayDashboard.Core.Egress;
using GatewayDashboard.Core.Measurement;
using GatewayDashboard.Credentials;
using GatewayDashboard.Live;
using GatewayDashboard.Playground;
using Microsoft.Extensions.Configuration;

namespace GatewayDashboard.Tests.Playground;

public sealed class KeptSessionTests
{
    // No gateway is set up here: what was kept must be readable without.
    private static readonly PaneTargets Nobody = Targets(_ => null);

    private static readonly PaneTargets Simulated = Targets(id => id == "groq" ? new Uri("http://127.0.0.1:1/groq/v1") : null);

    [Fact]
    public void Session_KeptAndReadBack_ShowsTheSameTextsAndFigures()
    {
        var session = Example.Session(Example.Answer("It said \"yes\" for $5.", usage: new() { Input = 3, Output = 9 }), Example.Answer("half", Outcome.Cut));
        session.System = "Be brief.";

        var again = KeptSession.Read(KeptSession.Of(session).Write())!.Open("two", session.CreatedAt, Simulated, frozen: true);

        Assert.Equal(session.System, again.System);
        Assert.True(again.Frozen);
        Assert.Equal(session.Panes.Select(pane => pane.Setup), again.Panes.Select(pane => pane.Setup));
        for (var pane = 0; pane < 2; pane++)
        {
            var (then, now) = (session.Panes[pane].Last!, again.Panes[pane].Last!);
            Assert.Equal(then.Answer.Measurement!.Answer, now.Answer.Measurement!.Answer);
            Assert.Equal(then.Answer.Measurement.Fault, now.Answer.Measurement.Fault);
            Assert.Equal(PaneFigure.Of(then), PaneFigure.Of(now));
        }
    }

    [Fact]
    public void Session_OfAGatewayThatIsGone_StillShowsItsText()
    {
        var json = KeptSession.Of(Example.Session(Example.Answer("Hi"))).Write();

        Assert.Equal("Hi", KeptSession.Read(json)!.Open("two", default, Nobody, frozen: false).Panes[0].Last!.Answer.Measurement!.Answer);
    }

    [Fact]
    public void Session_SimulatedThen_IsNeverShownAsMeasured()
    {
        var json = KeptSession.Of(Example.Session(Example.Answer("Hi"))).Write();
        var answer = KeptSession.Read(json)!.Open("two", default, Simulated, frozen: false).Panes[0].Last!.Answer;

        Assert.Equal(Provenance.Simulated, answer.Target!.Connection.Provenance);
    }

    [Theory]
    [InlineData("""{"title":"What is \"this\"?","systemPrompt":"cut of""", "What is \"this\"?")]
    [InlineData("""{"title":"cut wi""", "Untitled")]
    [InlineData("no json", "Untitled")]
    public void Title_OfTheFirstPartOfTheJson_IsReadOrSaysSo(string head, string title) => Assert.Equal(title, KeptSession.TitleOf(head));

    [Fact]
    public void Csv_OfAnAnswerThatLooksLikeAFormula_IsDefused()
    {
        var csv = SessionExport.Csv(Example.Session(Example.Answer("=1+1, \"x\"")));

        Assert.EndsWith(",\"Hello\",\"'=1+1, \"\"x\"\"\"\r\n", csv, StringComparison.Ordinal);
    }

    private static PaneTargets Targets(Func<string, Uri?> simulated)
    {
        ChangeSignal signal = new();
        return new(new ConnectionDirectory(new ConfigurationBuilder().Build(), simulated, new EgressPolicy(), signal), new CurrentPrices(signal));
    }
}
