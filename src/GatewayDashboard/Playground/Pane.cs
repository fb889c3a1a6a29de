using System.Collections.Immutable;

namespace GatewayDashboard.Playground;

/// <summary>One column: a target with parameters, and its own conversation with it.</summary>
public sealed class Pane
{
    private readonly Action _changed;
    private long _version;

    internal Pane(int id, PaneSetup setup, Action changed) => (Id, Setup, _changed) = (id, setup, changed);

    /// <summary>Unique in its session, for good.</summary>
    public int Id { get; }

    /// <summary>Whom it calls, and how.</summary>
    public PaneSetup Setup { get; internal set; }

    /// <summary>The conversation, oldest first.</summary>
    public ImmutableList<Turn> Turns { get; internal set; } = [];

    /// <summary>Grows with every change, so that a page redraws only what changed.</summary>
    public long Version => Interlocked.Read(ref _version);

    /// <summary>The turn last sent, or null.</summary>
    public Turn? Last => Turns.Count == 0 ? null : Turns[^1];

    /// <summary>Whether a call is planned or under way.</summary>
    public bool Running => Last is { Ended: false };

    /// <summary>Ends this pane's calls; what has arrived is kept.</summary>
    public void Stop()
    {
        foreach (var answer in (Last?.Answers ?? []).Where(answer => !answer.Ended))
        {
            answer.Stopping.Cancel();
        }
    }

    internal void Touch()
    {
        Interlocked.Increment(ref _version);
        _changed();
    }
}
