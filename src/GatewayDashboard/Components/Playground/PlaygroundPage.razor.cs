using GatewayDashboard.Live;
using GatewayDashboard.Playground;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace GatewayDashboard.Components.Playground;

/// <summary>One session on a page. The session and its calls live in the registry; this only shows them, at most ten times a second.</summary>
public sealed partial class PlaygroundPage : IAsyncDisposable
{
    private static readonly TimeSpan LeastBetweenRenders = TimeSpan.FromMilliseconds(100);

    private PlaygroundSession? _session;
    private PaneStage? _stage;
    private PageClock? _clock;
    private Replay? _replay;
    private Pane? _only;
    private ElementReference _root;
    private IJSObjectReference? _keys;
    private IJSObjectReference? _attached;
    private int? _editing;
    private long _structure;
    private bool _missing;

    /// <summary>The session; null opens one.</summary>
    [Parameter] public string? SessionId { get; set; }

    [Inject] private PlaygroundSessions Sessions { get; set; } = default!;

    [Inject] private PlaygroundCircuit Circuit { get; set; } = default!;

    [Inject] private PlaygroundRunner Runner { get; set; } = default!;

    [Inject] private SessionKeeper Keeper { get; set; } = default!;

    [Inject] private PaneTargets Targets { get; set; } = default!;

    [Inject] private NavigationManager Navigation { get; set; } = default!;

    [Inject] private IJSRuntime Browser { get; set; } = default!;

    [Inject] private TimeProvider Time { get; set; } = default!;

    private string Title => _session switch
    {
        { Running: true } => "(answering) Playground · Gateway Dashboard",
        { Empty: false } session => $"{session.Title} · Playground · Gateway Dashboard",
        _ => "Playground · Gateway Dashboard",
    };

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Leave();
        Circuit.Release();
        if (_clock is not null)
        {
            await _clock.DisposeAsync();
        }

        try
        {
            if (_attached is not null)
            {
                await _attached.InvokeVoidAsync("detach");
                await _attached.DisposeAsync();
            }

            if (_keys is not null)
            {
                await _keys.DisposeAsync();
            }
        }
        catch (JSDisconnectedException)
        {
            // The page is gone and its module with it.
        }
    }

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        if (!RendererInfo.IsInteractive || (_session is not null && _session.Id == SessionId))
        {
            return;
        }

        if (SessionId is null)
        {
            OpenBare();
            return;
        }

        var session = await Keeper.FindAsync(SessionId);
        _missing = session is null;
        Show(session);
    }

    /// <inheritdoc/>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            _keys = await Browser.InvokeAsync<IJSObjectReference>("import", "./js/playground.js");
            _attached = await _keys.InvokeAsync<IJSObjectReference>("attach", _root);
        }
    }

    // A link with a set-up opens it; without one the tab goes back to what it had, else to a new session.
    private void OpenBare()
    {
        var asked = SetupLink.Read(new Uri(Navigation.Uri).Query);
        var session = asked.Count > 0 ? Sessions.Open(asked)
            : Circuit.LastId is { } last && Sessions.Find(last) is { } open ? open
            : Sessions.Open(Targets.First());
        _missing = false;
        Show(session);
        Navigation.NavigateTo($"/playground/{session.Id}", replace: true);
    }

    private void OpenNew()
    {
        var session = Sessions.Open(_session is null ? Targets.First() : _session.Panes.Select(pane => pane.Setup));
        Navigation.NavigateTo($"/playground/{session.Id}");
    }

    private void Show(PlaygroundSession? session)
    {
        Leave();
        _session = session;
        (_only, _editing, _replay) = (null, null, null);
        if (session is null)
        {
            return;
        }

        Circuit.Hold(session);
        _clock ??= new PageClock(LeastBetweenRenders, () => InvokeAsync(Tick), Time);
        session.Changed += _clock.Signal;
    }

    private void Leave()
    {
        if (_session is not null && _clock is not null)
        {
            _session.Changed -= _clock.Signal;
        }
    }

    private void Tick()
    {
        if (_session is not { } session || _clock is null)
        {
            return;
        }

        if (_replay is { Over: true })
        {
            _replay = null;
            _structure = -1;
        }

        // Waiting shows how long, so a run under way keeps the clock going even while nothing arrives.
        if (session.Running || _replay is not null)
        {
            _clock.Signal();
        }

        if (session.Structure is var structure && structure != _structure)
        {
            _structure = structure;
            StateHasChanged();
        }
        else
        {
            _stage?.Refresh();
        }
    }

    private Task SendAsync(Prompt prompt)
    {
        if (_session is not { } session)
        {
            return Task.CompletedTask;
        }

        _replay = null;
        if (_editing is { } turn)
        {
            foreach (var pane in (_only is null ? session.Panes : [_only]).Where(pane => !pane.Running && pane.Turns.Count > turn))
            {
                pane.Turns = pane.Turns.RemoveRange(turn, pane.Turns.Count - turn);
            }
        }

        _ = Runner.Send(session, prompt, _only);
        (_only, _editing) = (null, null);
        return Task.CompletedTask;
    }

    private void ChooseOnly(Pane? pane) => _only = pane;

    private void Edit(int? turn)
    {
        _editing = turn;
        if (turn is { } index && _session?.Panes.FirstOrDefault(pane => pane.Turns.Count > index) is { } pane)
        {
            _session.Draft = pane.Turns[index].Prompt.Text;
        }
    }

    private void Play(int? speed)
    {
        _replay = speed is { } times && _session is not null ? new Replay(_session, times) : null;
        _structure = -1;
        _clock?.Signal();
    }
}
