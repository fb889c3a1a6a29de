using System.Runtime.CompilerServices;
using System.Threading.Channels;
using GatewayDashboard.Core.Gateways;
using GatewayDashboard.Core.Measurement;

namespace GatewayDashboard.Core.Benchmarks;

/// <summary>
/// Carries out one plan; make a new one for each run. It stores nothing: samples come out as calls end, and whoever reads them does so on
/// his own time, never on a call's.
/// </summary>
/// <param name="time">The clock of staggers, pauses and waits.</param>
/// <param name="stream">Sends one call.</param>
/// <param name="cost">What a live call cost, USD, or null where unknown; not asked for simulated ones, which cost 0.</param>
/// <param name="vantage">Where this machine measures from.</param>
public sealed class BenchmarkExecutor(TimeProvider time, StreamCall stream, Func<Target, CallMeasurement, decimal?> cost, string vantage = "local")
{
    private readonly SampleTaker _taker = new(time, stream, cost, vantage);
    private readonly TargetBreakers _breakers = new(time);
    private IReadOnlyList<Target> _targets = [];

    /// <summary>Why the run ended before its plan was through; null while it runs and when it was carried through. Read it after the last sample.</summary>
    public RunStop? Stop { get; private set; }

    /// <summary>Targets that were left out for the rest of the run, by key, with the reason.</summary>
    public IReadOnlyDictionary<string, RunStop> StoppedTargets =>
        _targets.Select(target => (target.Key, Stop: _breakers.StopOf(target)))
            .Where(target => target.Stop is not null)
            .ToDictionary(target => target.Key, target => target.Stop!);

    /// <summary>
    /// Runs the plan. Each call that was sent gives one sample, in order of ending; a planned call without one was never sent.
    /// Cancelling ends the current calls, hands out their samples and then ends the sequence without an exception.
    /// </summary>
    /// <param name="plan">What to do.</param>
    /// <param name="targets">The targets named in the plan.</param>
    /// <param name="permits">Asks the ledger, once per block before it starts.</param>
    /// <param name="finished">Ids of calls sent in an earlier attempt, which are never sent again; null for a new run.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    public async IAsyncEnumerable<Sample> RunAsync(
        BenchmarkPlan plan,
        IReadOnlyList<Target> targets,
        ReserveBlock permits,
        IReadOnlySet<string>? finished = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        _targets = targets;
        var samples = Channel.CreateUnbounded<Sample>(new() { SingleReader = true });
        var layout = new BlockLayout(time, plan, targets.ToDictionary(target => target.Key), _breakers, _taker, samples.Writer);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var work = Task.Run(() => WorkAsync(layout, permits, finished ?? new HashSet<string>(), samples.Writer, ended.Token), CancellationToken.None);
        try
        {
            await foreach (var sample in samples.Reader.ReadAllAsync(CancellationToken.None).ConfigureAwait(false))
            {
                yield return sample;
            }
        }
        finally
        {
            await ended.CancelAsync().ConfigureAwait(false);
            await work.ConfigureAwait(false);
        }
    }

    private async Task WorkAsync(
        BlockLayout layout, ReserveBlock permits, IReadOnlySet<string> finished, ChannelWriter<Sample> samples, CancellationToken cancellationToken)
    {
        Exception? bug = null;
        try
        {
            Stop = await layout.RunAsync(permits, finished, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            Stop = new(RunStopReason.Cancelled, "The run was cancelled.");
        }
#pragma warning disable CA1031 // Whatever went wrong must reach the reader of the samples, after those that were taken.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            bug = exception;
        }

        samples.Complete(bug);
    }
}
