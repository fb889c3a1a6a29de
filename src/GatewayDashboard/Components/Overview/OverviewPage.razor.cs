using GatewayDashboard.Core.Benchmarks;
using GatewayDashboard.Credentials;
using GatewayDashboard.Data.History;
using GatewayDashboard.Data.Runs;
using GatewayDashboard.Live;
using Microsoft.AspNetCore.Components;

namespace GatewayDashboard.Components.Overview;

/// <summary>What is connected, how fast it was in the latest run, and what somebody else published.</summary>
public sealed partial class OverviewPage : IAsyncDisposable
{
    private static readonly TimeSpan LeastBetweenRenders = TimeSpan.FromMilliseconds(500);

    private readonly CancellationTokenSource _left = new();
    private readonly List<IDisposable> _subscriptions = [];
    private PageClock? _clock;
    private RunView? _latest;
    private Run? _running;
    private IReadOnlyList<RunSummaryRow> _rows = [];

    /// <summary><c>published</c> shows somebody else's figures.</summary>
    [SupplyParameterFromQuery(Name = "tab")] public string? Tab { get; set; }

    [Inject] private ConnectionDirectory Connections { get; set; } = default!;

    [Inject] private RunQueries Queries { get; set; } = default!;

    [Inject] private RunReader Reader { get; set; } = default!;

    [Inject] private SummaryStore Summaries { get; set; } = default!;

    [Inject] private ChangeSignal Signal { get; set; } = default!;

    [Inject] private TimeProvider Time { get; set; } = default!;

    private bool ShowsPublished => Tab == "published";

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _subscriptions.ForEach(subscription => subscription.Dispose());
        await _left.CancelAsync();
        if (_clock is not null)
        {
            await _clock.DisposeAsync();
        }

        _left.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        if (RendererInfo.IsInteractive)
        {
            _clock = new PageClock(LeastBetweenRenders, () => InvokeAsync(RefreshAsync), Time);
            _subscriptions.Add(Signal.Subscribe(Subjects.Runs, _clock.Signal));
            _subscriptions.Add(Signal.Subscribe(Subjects.Connections, _clock.Signal));
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
            var recent = await Queries.ListAsync(new RunFilter { States = [RunState.Queued, RunState.Running] }, 0, 1, _left.Token);
            _running = recent.Runs.Count > 0 ? recent.Runs[0] : null;
            _rows = await Summaries.LatestAsync(_left.Token);

            // A live run says more than a simulated one, however old; among equals the newest.
            var newest = _rows.OrderBy(row => row.Provenance == Core.Measurement.Provenance.Simulated).ThenByDescending(row => row.RunId).FirstOrDefault();
            _latest = newest is null ? null : newest.RunId == _latest?.Run.Id ? _latest : await Reader.ReadAsync(newest.RunId, _left.Token);
        }
        catch (OperationCanceledException) when (_left.IsCancellationRequested)
        {
            // The page was left while it read.
        }
    }
}
