using System.Security.Cryptography;
using GatewayDashboard.Core.Benchmarks;
using GatewayDashboard.Core.Gateways;
using GatewayDashboard.Core.Measurement;
using GatewayDashboard.Credentials;
using GatewayDashboard.Data.Runs;
using GatewayDashboard.Live;
using Hangfire;

namespace GatewayDashboard.Jobs;

/// <summary>Makes, cancels, continues and repeats runs, for pages, API and command line alike.</summary>
public sealed class RunControl(RunStore runs, RunQueries queries, RunMonitor monitor, ConnectionDirectory connections, ChangeSignal signal, CurrentPrices prices, IServiceProvider services)
{
    /// <summary>Makes a run and puts it in the queue.</summary>
    public async Task<RunStarted> StartAsync(RunOrder order, CancellationToken cancellationToken)
    {
        var made = await MakeAsync(order, cancellationToken);
        if (made.RunId is { } runId)
        {
            Enqueue(runId);
        }

        return made;
    }

    /// <summary>Makes a run without putting it in the queue: whoever asked carries it out.</summary>
    public async Task<RunStarted> MakeAsync(RunOrder order, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(order);
        var faults = Faults(order);
        if (faults.Count > 0)
        {
            return new(null, faults);
        }

        var seed = order.Seed ?? BitConverter.ToUInt64(RandomNumberGenerator.GetBytes(sizeof(ulong)));
        var plan = BenchmarkPlan.Create(order.Benchmark, PlanTarget.From(order.Targets), seed);
        var runId = await runs.CreateAsync(
            new()
            {
                Definition = order.Benchmark,
                Targets = [.. order.Targets.Select(RunTarget.Of)],
                Seed = seed,
                Calls = [.. plan.Calls],
                Provenance = order.Targets[0].Connection.Provenance,
            },
            cancellationToken);
        signal.Raise(Subjects.Runs);
        return new(runId, []);
    }

    /// <summary>Ends a run; finished samples are kept. False where there was nothing to end.</summary>
    public async Task<bool> CancelAsync(long runId, CancellationToken cancellationToken)
    {
        var asked = await runs.RequestCancelAsync(runId, cancellationToken);
        monitor.Cancel(runId);
        signal.Raise(Subjects.Run(runId));
        return asked;
    }

    /// <summary>Sends what an interrupted run never sent. False where it is in no such state.</summary>
    public async Task<bool> ContinueAsync(long runId, CancellationToken cancellationToken)
    {
        var queued = await runs.ContinueAsync(runId, cancellationToken);
        if (queued)
        {
            Enqueue(runId);
        }

        return queued;
    }

    /// <summary>Starts a new run with the same definition and targets, in a fresh random order.</summary>
    public async Task<RunStarted> RepeatAsync(long runId, CancellationToken cancellationToken)
    {
        if (await queries.FindAsync(runId, cancellationToken) is not { } run)
        {
            return new(null, [$"There is no run {runId}."]);
        }

        var targets = new List<Target>();
        foreach (var then in run.Targets)
        {
            if (connections.Find(then) is not { } target)
            {
                return new(null, [$"{then.DisplayName} is no longer set up as it was then."]);
            }

            targets.Add(target);
        }

        return await StartAsync(new(run.Definition, targets), cancellationToken);
    }

    private List<string> Faults(RunOrder order)
    {
        var onLoopback = order.Targets.All(target => target.Connection.BaseUrl.IsLoopback);
        var faults = BenchmarkRules.Check(order.Benchmark, [.. order.Targets.Select(target => target.Key)], onLoopback).Select(fault => fault.Message).ToList();
        if (order.Targets.Select(target => target.Connection.Provenance == Provenance.Simulated).Distinct().Count() > 1)
        {
            faults.Add("A run is wholly live or wholly simulated: make two runs of it.");
        }

        if (faults.Count == 0 && EstimatedRuns.Of(order.Benchmark, order.Targets, prices.Value).CostUsd is { } cost && cost.Typical > order.Benchmark.RunCapUsd)
        {
            faults.Add($"This run would typically cost {cost.Typical:0.####} USD, more than its cap of {order.Benchmark.RunCapUsd:0.####} USD: raise the cap to at least {cost.High:0.####} USD, or ask for fewer runs.");
        }

        return faults;
    }

    private void Enqueue(long runId) =>
        services.GetRequiredService<IBackgroundJobClient>().Enqueue<BenchmarkJob>(job => job.RunAsync(runId, CancellationToken.None));
}
