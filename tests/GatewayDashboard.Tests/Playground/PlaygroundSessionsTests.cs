using GatewayDashboard.Core.Completions;
using GatewayDashboard.Playground;
using Microsoft.Extensions.Time.Testing;

namespace GatewayDashboard.Tests.Playground;

public sealed class PlaygroundSessionsTests
{
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public async Task Calls_OfAPageThatComesBackInTime_GoOn()
    {
        await using PlaygroundSessions sessions = new(_time);
        var (session, answer) = Running(sessions);

        sessions.Lease(session).Dispose();
        _time.Advance(TimeSpan.FromSeconds(14));
        using var again = sessions.Lease(sessions.Find(session.Id)!);
        _time.Advance(TimeSpan.FromMinutes(5));

        Assert.False(answer.Stopping.IsCancellationRequested);
    }

    [Fact]
    public async Task Calls_OfAPageThatStaysAway_AreStopped()
    {
        await using PlaygroundSessions sessions = new(_time);
        var (session, answer) = Running(sessions);

        sessions.Lease(session).Dispose();
        _time.Advance(PlaygroundSessions.Grace);

        Assert.True(answer.Stopping.IsCancellationRequested);
        Assert.Same(session, sessions.Find(session.Id));
    }

    [Fact]
    public async Task Calls_OfASecondTab_GoOnWhenTheFirstIsClosed()
    {
        await using PlaygroundSessions sessions = new(_time);
        var (session, answer) = Running(sessions);

        var first = sessions.Lease(session);
        using var second = sessions.Lease(session);
        first.Dispose();
        first.Dispose();
        _time.Advance(TimeSpan.FromMinutes(1));

        Assert.False(answer.Stopping.IsCancellationRequested);
    }

    [Fact]
    public async Task Session_WithoutAPageForAnHour_IsForgotten()
    {
        await using PlaygroundSessions sessions = new(_time);
        var (session, _) = Running(sessions);

        sessions.Lease(session).Dispose();
        _time.Advance(PlaygroundSessions.Kept);

        Assert.Null(sessions.Find(session.Id));
    }

    private static (PlaygroundSession Session, Answer Answer) Running(PlaygroundSessions sessions)
    {
        var session = sessions.Open([new("groq", "m")]);
        Answer answer = new(null, new() { Model = "m", Messages = [ChatMessage.User("Hello")] }, static () => { });
        session.Panes[0].Turns = [new(new("Hello"), [answer])];
        return (session, answer);
    }
}
