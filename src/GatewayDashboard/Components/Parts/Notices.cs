namespace GatewayDashboard.Components.Parts;

/// <summary>Short news for one circuit: shown in a corner, spoken by screen readers, gone by itself. Failures that need action belong inline instead.</summary>
public sealed class Notices
{
    private const int Kept = 3;
    private readonly List<Notice> _shown = [];
    private int _next;

    /// <summary>Raised, on the caller's thread, when the shown notices changed.</summary>
    public event Action? Changed;

    /// <summary>At most three, oldest first.</summary>
    public IReadOnlyList<Notice> Shown => _shown;

    /// <summary>Shows a sentence.</summary>
    public void Say(string text, NoticeKind kind = NoticeKind.Done)
    {
        _shown.Add(new Notice(_next++, text, kind));
        if (_shown.Count > Kept)
        {
            _shown.RemoveAt(0);
        }

        Changed?.Invoke();
    }

    /// <summary>Takes a notice away; one that is gone already is no matter.</summary>
    public void Dismiss(Notice notice)
    {
        if (_shown.Remove(notice))
        {
            Changed?.Invoke();
        }
    }
}

/// <summary>One sentence of news.</summary>
/// <param name="Id">Unique in its circuit.</param>
/// <param name="Text">What happened.</param>
/// <param name="Kind">How it is marked.</param>
public sealed record Notice(int Id, string Text, NoticeKind Kind);

/// <summary>How a notice is marked, in a word and a colour.</summary>
public enum NoticeKind
{
    /// <summary>Something asked for is done.</summary>
    Done,

    /// <summary>Something to know.</summary>
    Note,

    /// <summary>Something did not work and needs no action here.</summary>
    Failed,
}
