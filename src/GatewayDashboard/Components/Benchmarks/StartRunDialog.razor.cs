using GatewayDashboard.Core.Benchmarks;
using GatewayDashboard.Core.Gateways;
using GatewayDashboard.Credentials;
using GatewayDashboard.Jobs;
using GatewayDashboard.Live;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace GatewayDashboard.Components.Benchmarks;

/// <summary>Chooses what to run and says what it will take, before anything is sent.</summary>
public sealed partial class StartRunDialog
{
    private IReadOnlyList<Choice> _choices = [];
    private IReadOnlyList<string> _faults = [];
    private BenchmarkEstimate? _estimate;
    private string _preset = "quick";
    private bool _simulated = true;
    private bool _starting;

    [CascadingParameter] private IMudDialogInstance Dialog { get; set; } = default!;

    [Inject] private ConnectionDirectory Connections { get; set; } = default!;

    [Inject] private RunControl Control { get; set; } = default!;

    [Inject] private CurrentPrices Prices { get; set; } = default!;

    private bool HasLive => Connections.Live.Count > 0;

    private Benchmark Benchmark => _preset == "article" ? BenchmarkPresets.ArticleProtocol : BenchmarkPresets.Quick;

    /// <inheritdoc/>
    protected override void OnInitialized()
    {
        _simulated = !HasLive;
        Offer();
    }

    private void ChoosePreset(string preset)
    {
        _preset = preset;
        Estimate();
    }

    private void ChooseSet(bool simulated)
    {
        _simulated = simulated;
        Offer();
    }

    private void Switch(Choice choice, bool on)
    {
        choice.On = on;
        Estimate();
    }

    private void Offer()
    {
        _choices = [.. DefaultTargets.Of(Connections, _simulated).Select(target => new Choice(target))];
        Estimate();
    }

    private void Estimate()
    {
        _faults = [];
        var targets = Chosen();
        _estimate = targets.Count == 0 ? null : EstimatedRuns.Of(Benchmark, targets, Prices.Value);
    }

    private List<Target> Chosen() => [.. _choices.Where(choice => choice.On).Select(choice => choice.Target)];

    private async Task StartAsync()
    {
        _starting = true;
        var started = await Control.StartAsync(new(Benchmark, Chosen()), CancellationToken.None);
        _starting = false;
        _faults = started.Faults;
        if (started.RunId is { } runId)
        {
            Dialog.Close(DialogResult.Ok(runId));
        }
    }

    private void Close() => Dialog.Cancel();

    private string Cost(BenchmarkEstimate estimate) => _simulated
        ? "none: simulated calls are free"
        : estimate.CostUsd is { } cost
            ? $"typically {Parts.Units.Cost(cost.Typical)} ({Parts.Units.Cost(cost.Low)} to {Parts.Units.Cost(cost.High)}), never more than {Parts.Units.Cost(Benchmark.RunCapUsd)}"
            : $"unknown for {string.Join(", ", estimate.PriceUnknown)}, reserved at the dearest price known; never more than {Parts.Units.Cost(Benchmark.RunCapUsd)}";

    private sealed class Choice(Target target)
    {
        public Target Target { get; } = target;

        public bool On { get; set; } = true;
    }
}
