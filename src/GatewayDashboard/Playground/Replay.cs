using System.Diagnostics;
using GatewayDashboard.Core.Playground;

namespace GatewayDashboard.Playground;

/// <summary>Plays the last answers of all panes again from their stored event times. Nothing is sent and nothing is paid.</summary>
public sealed class Replay
{
    private readonly Dictionary<Answer, ReplayTimeline> _timelines;
    private readonly long _start = Stopwatch.GetTimestamp();
    private readonly TimeSpan _length;

    /// <summary>Starts at once.</summary>
    /// <param name="session">Whose answers.</param>
    /// <param name="speed">1 is the speed of then, 4 four times that.</param>
    public Replay(PlaygroundSession session, int speed)
    {
        ArgumentNullException.ThrowIfNull(session);
        Speed = speed;
        _timelines = session.Panes.Select(pane => pane.Last?.Answer).Where(answer => answer?.Measurement is not null)
            .ToDictionary(answer => answer!, answer => new ReplayTimeline(answer!.Measurement!));
        _length = _timelines.Values.Select(timeline => timeline.Length).DefaultIfEmpty(TimeSpan.Zero).Max();
    }

    /// <summary>How many times faster than then.</summary>
    public int Speed { get; }

    /// <summary>How far it is, in the time of then.</summary>
    public TimeSpan Elapsed => Stopwatch.GetElapsedTime(_start) * Speed;

    /// <summary>Whether everything has been shown.</summary>
    public bool Over => Elapsed >= _length;

    /// <summary>The stored arrival of an answer, or null where it is not played.</summary>
    public ReplayTimeline? Find(Answer answer) => _timelines.GetValueOrDefault(answer);
}
