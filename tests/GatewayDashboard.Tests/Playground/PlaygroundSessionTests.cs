using GatewayDashboard.Core.Completions;
using GatewayDashboard.Playground;

namespace GatewayDashboard.Tests.Playground;

public sealed class PlaygroundSessionTests
{
    private readonly PlaygroundSession _session = new("one", new(2026, 11, 24, 10, 0, 0, TimeSpan.Zero));

    [Fact]
    public void Panes_BeyondEight_AreRefused()
    {
        var added = Enumerable.Range(0, 10).Select(number => _session.Add(new("groq", $"m{number}"))).ToList();

        Assert.Equal(8, _session.Panes.Count);
        Assert.Null(added[^1]);
    }

    [Fact]
    public void Pane_Duplicated_StandsBesideTheFirst()
    {
        var first = _session.Add(new("groq", "a"))!;
        _session.Add(new("groq", "b"));
        _session.Add(first.Setup, first);

        Assert.Equal(["a", "a", "b"], _session.Panes.Select(pane => pane.Setup.Model));
    }

    [Theory]
    [InlineData(-1, "b", "a", "c")]
    [InlineData(1, "a", "c", "b")]
    [InlineData(9, "a", "c", "b")]
    public void Pane_Moved_StaysWithinTheRow(int by, params string[] order)
    {
        _session.Add(new("groq", "a"));
        var middle = _session.Add(new("groq", "b"))!;
        _session.Add(new("groq", "c"));
        _session.Move(middle, by);

        Assert.Equal(order, _session.Panes.Select(pane => pane.Setup.Model));
    }

    [Fact]
    public void LastPane_CannotBeRemoved()
    {
        var only = _session.Add(new("groq", "a"))!;
        _session.Remove(only);

        Assert.Equal([only], _session.Panes);
    }

    [Fact]
    public void Request_OfTheNextTurn_LeavesFailedTurnsOutAltogether()
    {
        var pane = _session.Add(new("groq", "m"))!;
        _session.System = "Be brief.";
        pane.Turns =
        [
            new(new("one"), [Example.Answer("first")]),
            new(new("two"), [Example.Answer("half of it", Outcome.Cut)]),
            new(new("three"), [Example.Answer("", Outcome.RateLimited), Example.Answer("third")]),
        ];

        var request = Conversation.Request(_session, pane, new("four"));

        Assert.Equal(["system:Be brief.", "user:one", "assistant:first", "user:three", "assistant:third", "user:four"], request.Messages.Select(message => $"{message.Role}:{message.Content}"));
    }

    [Fact]
    public void Request_WithASchemaAndTools_CarriesBoth()
    {
        var pane = _session.Add(new("groq", "m") { Parameters = new() { Format = AnswerFormat.Schema, Schema = """{"type":"object"}""", Tools = """[{"type":"function"}]""" } })!;

        Assert.Equal(
            """{"response_format":{"type":"json_schema","json_schema":{"name":"answer","strict":true,"schema":{"type":"object"}}},"tools":[{"type":"function"}]}""",
            Conversation.Request(_session, pane, new("Hello")).Extra!.ToJsonString());
    }

    [Fact]
    public void Prompt_WithAnImage_IsSentInParts() => Assert.Equal(
        """[{"type":"text","text":"What is this?"},{"type":"image_url","image_url":{"url":"data:image/png;base64,AA=="}}]""",
        new Prompt("What is this?", ["data:image/png;base64,AA=="]).ToMessage().Parts!.ToJsonString());
}
