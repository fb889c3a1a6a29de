using GatewayDashboard.Core.Completions;
using GatewayDashboard.Core.Measurement;
using GatewayDashboard.Playground;

namespace GatewayDashboard.Tests.Playground;

public sealed class PaneFigureTests
{
    [Fact]
    public void Figures_StandAlwaysInTheSameOrder() => Assert.Equal(Enum.GetValues<PaneMetric>(), Figures(Example.Answer("Hi")).Select(figure => figure.Metric));

    [Fact]
    public void Figure_ThatIsNotKnown_HasAReasonAndNoZero()
    {
        var figures = Figures(Example.Answer("Hi", Outcome.RateLimited));

        Assert.Null(Of(figures, PaneMetric.Total).Value);
        Assert.Equal("the call did not succeed", Of(figures, PaneMetric.Total).Reason);
        Assert.Null(Of(figures, PaneMetric.Input).Value);
        Assert.Equal("the gateway sent no usage report", Of(figures, PaneMetric.Input).Reason);
        Assert.Null(Of(figures, PaneMetric.Speed).Value);
    }

    [Fact]
    public void Figure_OfRepeats_IsTheMedianOfTheSuccessesWithItsSpread()
    {
        Turn turn = new(new("Hello"), [Example.Answer("a", totalMilliseconds: 900), Example.Answer("", Outcome.Server, 5), Example.Answer("b", totalMilliseconds: 1000), Example.Answer("c", totalMilliseconds: 1300)]);
        var total = Of(PaneFigure.Of(turn), PaneMetric.Total);

        Assert.Equal(1000, total.Value!.Value, 0.01);
        Assert.Equal((900, 1300), (Math.Round(total.Spread!.Value.Low), Math.Round(total.Spread.Value.High)));
        Assert.Equal(3, total.N);
        // Three values enclose their median with 75 %, not 95 %.
        Assert.Null(total.Interval);
    }

    [Fact]
    public void TokenFigures_SayThatTheyAreReported()
    {
        var figures = Figures(Example.Answer("Hi", usage: new() { Input = 31, Output = 298, Reasoning = 84 }));

        Assert.Equal((31, Provenance.Reported), (Of(figures, PaneMetric.Input).Value, Of(figures, PaneMetric.Input).Provenance));
        Assert.Equal("the usage report does not say", Of(figures, PaneMetric.Cached).Reason);
    }

    [Fact]
    public void Best_OfTheSameModel_IsMarkedAndSaysOneRun()
    {
        var best = Best.Of(Example.Session(Example.Answer("a", totalMilliseconds: 900), Example.Answer("b", totalMilliseconds: 400)).Panes);

        Assert.Equal(2, best.Panes[PaneMetric.Total]);
        // Both cost the same: nobody leads.
        Assert.DoesNotContain(PaneMetric.Cost, best.Panes.Keys);
        Assert.Contains("1 run", best.Caveat, StringComparison.Ordinal);
    }

    [Fact]
    public void Best_AcrossProvenancesOrModels_IsNotMarked()
    {
        var mixed = Best.Of(Example.Session(Example.Answer("a"), Example.Answer("b", totalMilliseconds: 1, provenance: Provenance.Measured)).Panes);
        var models = Best.Of(Example.Session(Example.Answer("a"), Example.Answer("b", totalMilliseconds: 1, model: "openai/gpt-oss-120b")).Panes);

        Assert.Empty(mixed.Panes);
        Assert.Empty(models.Panes);
        Assert.Contains("different models", models.Caveat, StringComparison.Ordinal);
    }

    private static IReadOnlyList<PaneFigure> Figures(Answer answer) => PaneFigure.Of(new(new("Hello"), [answer]));

    private static PaneFigure Of(IReadOnlyList<PaneFigure> figures, PaneMetric metric) => figures.Single(figure => figure.Metric == metric);
}
