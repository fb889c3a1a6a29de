using GatewayDashboard.Jobs;
using GatewayDashboard.Live;
using Microsoft.AspNetCore.Components;

namespace GatewayDashboard.Components.Benchmarks;

/// <summary>One run: its progress while it works, its result afterwards. Nothing here keeps the run going.</summary>
public sealed partial class RunPage : IAsyncDisposable
{
    private static readonly TimeSpan LeastBetweenRenders = TimeSpan.FromMilliseconds(250);

    private readonly CancellationTokenSource _left = new();
    private PageClock? _clock;
    private IDisposable? _subscription;
    private RunView? _view;
    private bool _missing;
    private bool _cancelling;
    private string? _repeatFault;
    private long _watched;

    /// <summary>The run.</summary>
    [Parameter] public long Id { get; set; }

    /// <summary>Which part of the result is shown.</summary>
    [SupplyParameterFromQuery(Name = "tab")] public string? Tab { get; set; }

    [Inject] private RunReader Reader { get; set; } = default!;

    [Inject] private RunControl Control { get; set; } = default!;

    [Inject] private ChangeSignal Signal { get; set; } = default!;

    [Inject] private NavigationManager Navigation { get; set; } = default!;

    [Inject] private TimeProvider Time { get; set; } = default!;

    private RunTab Shown => RunTab.Find(Tab);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _subscription?.Dispose();
        await _left.CancelAsync();
        if (_clock is not null)
        {
            await _clock.DisposeAsync();
        }

        _left.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        if (_watched == Id)
        {
            return;
        }

        _watched = Id;
        _subscription?.Dispose();
        if (RendererInfo.IsInteractive)
        {
            // Subscribe first: what changes between the reading and the subscription would be lost otherwise.
            _clock ??= new PageClock(LeastBetweenRenders, () => InvokeAsync(RefreshAsync), Time);
            _subscription = Signal.Subscribe(Subjects.Run(Id), _clock.Signal);
        }

        await ReadAsync();
    }

    private async Task RefreshAsync()
    {
        await ReadAsync();
        StateHasChanged();
    }

    private async Task ReadAsync()
    {
        try
        {
            _view = await Reader.ReadAsync(Id, _left.Token);
            _missing = _view is null;
        }
        catch (OperationCanceledException) when (_left.IsCancellationRequested)
        {
            // The page was left while it read.
        }
    }

    private async Task CancelAsync()
    {
        _cancelling = true;
        await Control.CancelAsync(Id, _left.Token);
    }

    private async Task ContinueAsync()
    {
        await Control.ContinueAsync(Id, _left.Token);
        await RefreshAsync();
    }

    private async Task RepeatAsync()
    {
        var started = await Control.RepeatAsync(Id, _left.Token);
        if (started.RunId is { } id)
        {
            Navigation.NavigateTo($"/benchmarks/runs/{id}");
        }
        else
        {
            _repeatFault = string.Join(" ", started.Faults);
        }
    }

    private static string Title(RunView view) => view.Live is { Planned: > 0 } live
        ? $"({100 * live.Ended / live.Planned} %) {view.Run.Name} · Gateway Dashboard"
        : $"{view.Run.Name}, run {view.Run.Id} · Gateway Dashboard";
}
