using GatewayDashboard.Core.Benchmarks;
using GatewayDashboard.Core.Completions;
using GatewayDashboard.Core.Gateways;
using GatewayDashboard.Core.Measurement;
using GatewayDashboard.Core.Spending;
using GatewayDashboard.Credentials;
using GatewayDashboard.Data.Runs;
using GatewayDashboard.Data.Samples;
using GatewayDashboard.Data.Spending;
using GatewayDashboard.Live;
using Hangfire;

namespace GatewayDashboard.Jobs;

/// <summary>
/// Carries out one run. Whoever claims the row does it, once: a job delivered twice ends at the claim, free of charge.
/// Samples are stored before they are shown, and never on a call's time.
/// </summary>
public sealed partial class BenchmarkJob(
    RunStore runs,
    RunQueries queries,
    SampleStore samples,
    SpendLedger ledger,
    RunResults results,
    RunMonitor monitor,
    ConnectionDirectory connections,
    GatewayClient client,
    CurrentPrices prices,
    Instance instance,
    TimeProvider time,
    ILogger<BenchmarkJob> logger)
{
    private static readonly TimeSpan HeartbeatEvery = TimeSpan.FromSeconds(2);

    /// <summary>Runs a queued run to its end. Returns normally however it ends, so that the queue never delivers it again.</summary>
    /// <param name="runId">The run.</param>
    /// <param name="cancellationToken">The queue's: the process is about to stop, or the job was deleted.</param>
    [AutomaticRetry(Attempts = 0)]
    public async Task RunAsync(long runId, CancellationToken cancellationToken)
    {
        if (await runs.ClaimAsync(runId, instance.Id, CancellationToken.None) is not { } claim
            || await queries.FindAsync(runId, CancellationToken.None) is not { } run)
        {
            return;
        }

        using var cancelled = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        try
        {
            await CarryOutAsync(run, claim, cancelled, cancellationToken);
        }
#pragma warning disable CA1031 // A bug must leave a run that says so, and never a run that hangs.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            LogBroken(exception, runId);
            await runs.FinishAsync(claim, RunState.Interrupted, "Something in this program failed; its log has the details.", cancellationToken: CancellationToken.None);
        }
        finally
        {
            monitor.End(runId);
        }
    }

    private async Task CarryOutAsync(Run run, RunClaim claim, CancellationTokenSource cancelled, CancellationToken stopping)
    {
        var (targets, missing) = Resolve(run);
        if (missing is not null)
        {
            await runs.FinishAsync(claim, RunState.Stopped, missing, cancellationToken: CancellationToken.None);
            return;
        }

        var calls = await queries.CallsAsync(run.Id, CancellationToken.None);
        var plan = BenchmarkPlan.Restore(run.Definition, PlanTarget.From(targets), run.Seed, calls.Select(call => call.ToPlannedCall()));
        var taken = await samples.ReadAsync(run.Id, events: false, CancellationToken.None).ToListAsync(CancellationToken.None);
        var byKey = targets.ToDictionary(target => target.Key);
        var catalogue = prices.Value;
        var permits = new RunLedger(ledger, claim, run.Definition, byKey, catalogue);
        var executor = new BenchmarkExecutor(
            time,
            (target, request, permit, limits, token) => client.StreamAsync(target.Connection, request, permit, limits, token),
            (target, measurement) => CallPricing.Cost(catalogue, target, measurement),
            run.Vantage);
        monitor.Begin(run.Id, plan, taken, cancelled.Cancel);
        await GatewayClient.WarmUpAsync(cancelled.Token);

        var pulse = PulseAsync(claim, cancelled);
        var clock = ArrivalClock.Kernel;
        var measured = 0;
        var finished = calls.Where(call => call.State != CallState.Planned).Select(call => call.Id).ToHashSet();
        await foreach (var measuredSample in executor.RunAsync(plan, targets, permits.ReserveAsync, finished, cancelled.Token))
        {
            // Counting tokens takes time, so it waits until the call is over.
            var sample = measuredSample with { Measurement = measuredSample.Measurement.WithNormalisedTokens() };
            permits.Used(sample.Call.Id);
            clock = sample.Measurement.Clock == ArrivalClock.User ? ArrivalClock.User : clock;
            measured++;
            if (await samples.AppendAsync(claim, sample, CancellationToken.None))
            {
                monitor.Report(run.Id, sample);
            }
        }

        await cancelled.CancelAsync();
        await pulse;

        // What was given leave and has no sample was never sent: its money goes back, and "continue" may send it.
        await ledger.ReturnAsync(claim, permits.Unused, CancellationToken.None);
        var (state, reason) = Ending(executor, stopping);
        await results.KeepAsync(run, CancellationToken.None);
        await runs.FinishAsync(claim, state, reason, measured == 0 ? null : clock, cancellationToken: CancellationToken.None);
    }

    private (IReadOnlyList<Target> Targets, string? Missing) Resolve(Run run)
    {
        var targets = new List<Target>();
        foreach (var then in run.Targets)
        {
            if (connections.Find(then) is not { } target)
            {
                return ([], $"{then.DisplayName} is no longer set up as it was when the run was made; start a new run.");
            }

            targets.Add(target);
        }

        return (targets, null);
    }

    private async Task PulseAsync(RunClaim claim, CancellationTokenSource cancelled)
    {
        using var timer = new PeriodicTimer(HeartbeatEvery, time);
        try
        {
            while (await timer.WaitForNextTickAsync(cancelled.Token))
            {
                if (await runs.HeartbeatAsync(claim, cancelled.Token) != RunSignal.Continue)
                {
                    await cancelled.CancelAsync();
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The run has ended.
        }
    }

    private static (RunState State, string? Reason) Ending(BenchmarkExecutor executor, CancellationToken stopping) => executor.Stop switch
    {
        null when executor.StoppedTargets.Count > 0 => (RunState.Completed, string.Join(" ", executor.StoppedTargets.Values.Select(stop => stop.Message))),
        null => (RunState.Completed, null),
        { Reason: RunStopReason.Cancelled } when stopping.IsCancellationRequested => (RunState.Interrupted, "The program was stopped during the run."),
        { Reason: RunStopReason.Cancelled } => (RunState.Cancelled, null),
        { } stop => (RunState.Stopped, stop.Message),
    };

    [LoggerMessage(Level = LogLevel.Error, Message = "Run {RunId} ended by a fault of our own")]
    private partial void LogBroken(Exception exception, long runId);
}
