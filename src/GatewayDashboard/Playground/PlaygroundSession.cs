using System.Collections.Immutable;

namespace GatewayDashboard.Playground;

/// <summary>
/// One playground: its panes, their conversations and calls. It lives in the registry under the id of its link, not in a circuit, so that a
/// reload finds it again. Panes are swapped as a whole list: reading needs no lock.
/// </summary>
/// <param name="id">The id in its link.</param>
/// <param name="createdAt">When it was opened.</param>
public sealed class PlaygroundSession(string id, DateTimeOffset createdAt)
{
    /// <summary>The most panes.</summary>
    public const int MostPanes = 8;

    private readonly Lock _editing = new();
    private int _lastPane;
    private long _structure;

    /// <summary>Raised after each change, on the changing thread; must return at once.</summary>
    public event Action? Changed;

    /// <summary>The id in its link.</summary>
    public string Id { get; } = id;

    /// <summary>When it was opened.</summary>
    public DateTimeOffset CreatedAt { get; } = createdAt;

    /// <summary>The panes, left to right; one to <see cref="MostPanes"/>.</summary>
    public ImmutableList<Pane> Panes { get; private set; } = [];

    /// <summary>The system prompt of all panes that have none of their own; empty for none.</summary>
    public string System { get; set; } = "";

    /// <summary>What is being typed.</summary>
    public string Draft { get; set; } = "";

    /// <summary>How prompts are sent.</summary>
    public RunOptions Options { get; set; } = new();

    /// <summary>Whether reasoning is shown: the user's last choice, or null while there was none.</summary>
    public bool? ShowReasoning { get; set; }

    /// <summary>A frozen copy, kept to be shown: nothing can be sent from it.</summary>
    public bool Frozen { get; init; }

    /// <summary>The last thing that happened, in words, for the status line.</summary>
    public string Said { get; private set; } = "";

    /// <summary>Grows when panes come, go or begin and end calls; not with each token.</summary>
    public long Structure => Interlocked.Read(ref _structure);

    /// <summary>Whether any call is planned or under way.</summary>
    public bool Running => Panes.Any(pane => pane.Running);

    /// <summary>Whether anything was sent yet.</summary>
    public bool Empty => Panes.All(pane => pane.Turns.Count == 0);

    /// <summary>The first prompt, for lists; or a word where there is none.</summary>
    public string Title => Panes.SelectMany(pane => pane.Turns).FirstOrDefault()?.Prompt.Text is { Length: > 0 } text ? Shortened(text) : "Nothing sent";

    /// <summary>Adds a pane, after <paramref name="after"/> where that is given; null where there are enough.</summary>
    public Pane? Add(PaneSetup setup, Pane? after = null)
    {
        lock (_editing)
        {
            if (Panes.Count == MostPanes)
            {
                return null;
            }

            var pane = new Pane(++_lastPane, setup, () => Changed?.Invoke());
            Panes = Panes.Insert(after is null ? Panes.Count : Panes.IndexOf(after) + 1, pane);
            Restructure();
            return pane;
        }
    }

    /// <summary>Takes a pane away and stops its calls. The last one stays.</summary>
    public void Remove(Pane pane)
    {
        lock (_editing)
        {
            if (Panes.Count == 1)
            {
                return;
            }

            Panes = Panes.Remove(pane);
        }

        pane.Stop();
        Restructure();
    }

    /// <summary>Moves a pane by a number of places; it stays within the row.</summary>
    public void Move(Pane pane, int by)
    {
        lock (_editing)
        {
            var from = Panes.IndexOf(pane);
            Panes = Panes.RemoveAt(from).Insert(Math.Clamp(from + by, 0, Panes.Count - 1), pane);
        }

        Restructure();
    }

    /// <summary>Gives a pane another target or other parameters. Its conversation stays; no other pane changes.</summary>
    public void Change(Pane pane, PaneSetup setup)
    {
        pane.Setup = setup;
        pane.Touch();
        Restructure();
    }

    /// <summary>Stops every call; what has arrived is kept.</summary>
    public void StopAll()
    {
        foreach (var pane in Panes)
        {
            pane.Stop();
        }
    }

    internal void Say(string words)
    {
        Said = words;
        Restructure();
    }

    internal void Restructure()
    {
        Interlocked.Increment(ref _structure);
        Changed?.Invoke();
    }

    private static string Shortened(string text)
    {
        const int most = 120;
        var line = text.ReplaceLineEndings(" ");
        return line.Length <= most ? line : line[..most] + " …";
    }
}
