using GatewayDashboard.Data.Runs;
using GatewayDashboard.Data.Samples;
using GatewayDashboard.Jobs;

namespace GatewayDashboard.Live;

/// <summary>Reads a run for showing: from memory while it is under way here, from storage otherwise.</summary>
public sealed class RunReader(RunQueries queries, SampleStore samples, RunResults results, RunMonitor monitor)
{
    /// <summary>The run, or null where there is none.</summary>
    /// <param name="runId">The run.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <param name="events">Whether event times are wanted with the samples.</param>
    public async Task<RunView?> ReadAsync(long runId, CancellationToken cancellationToken, bool events = false)
    {
        // The snapshot first: a run that ends in between is then shown once more as running, and the next signal corrects it.
        var live = monitor.Snapshot(runId);
        if (await queries.FindAsync(runId, cancellationToken) is not { } run)
        {
            return null;
        }

        var view = new RunView(run, live, null, []);
        if (!view.Ended)
        {
            return view;
        }

        return new(
            run,
            null,
            await results.FindAsync(runId, cancellationToken),
            await samples.ReadAsync(runId, events, cancellationToken).ToListAsync(cancellationToken));
    }
}
