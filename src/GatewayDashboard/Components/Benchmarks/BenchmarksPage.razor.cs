using GatewayDashboard.Data.Runs;
using GatewayDashboard.Live;
using Microsoft.AspNetCore.Components;

namespace GatewayDashboard.Components.Benchmarks;

/// <summary>All runs, newest first, following what happens to them.</summary>
public sealed partial class BenchmarksPage : IAsyncDisposable
{
    private const int Shown = 50;
    private static readonly TimeSpan LeastBetweenRenders = TimeSpan.FromMilliseconds(500);

    private readonly CancellationTokenSource _left = new();
    private PageClock? _clock;
    private IDisposable? _subscription;
    private Data.Runs.RunPage? _page;

    /// <summary>How many runs to leave out from the newest.</summary>
    [SupplyParameterFromQuery(Name = "skip")] public int Skip { get; set; }

    [Inject] private RunQueries Queries { get; set; } = default!;

    [Inject] private ChangeSignal Signal { get; set; } = default!;

    [Inject] private TimeProvider Time { get; set; } = default!;

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
        if (RendererInfo.IsInteractive && _clock is null)
        {
            _clock = new PageClock(LeastBetweenRenders, () => InvokeAsync(RefreshAsync), Time);
            _subscription = Signal.Subscribe(Subjects.Runs, _clock.Signal);
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
            _page = await Queries.ListAsync(new RunFilter(), Math.Max(0, Skip), Shown, _left.Token);
        }
        catch (OperationCanceledException) when (_left.IsCancellationRequested)
        {
            // The page was left while it read.
        }
    }
}
