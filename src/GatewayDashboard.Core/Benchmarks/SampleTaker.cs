using GatewayDashboard.Core.Completions;
using GatewayDashboard.Core.Gateways;
using GatewayDashboard.Core.Measurement;
using GatewayDashboard.Core.Spending;

namespace GatewayDashboard.Core.Benchmarks;

/// <summary>Makes one planned call and turns its end into a sample.</summary>
internal sealed class SampleTaker(TimeProvider time, StreamCall stream, Func<Target, CallMeasurement, decimal?> cost, string vantage)
{
    /// <summary>Null only where the stream broke its promise to end with <see cref="CallEnded"/> because it was cancelled before it began.</summary>
    public async Task<Sample?> TakeAsync(Benchmark benchmark, PlannedCall call, Target target, CallPermit permit, CancellationToken cancellationToken)
    {
        var request = BenchmarkRequests.Of(benchmark, call, target);
        CallMeasurement? measurement = null;
        var started = time.GetUtcNow();
        await foreach (var part in stream(target, request, permit, benchmark.Limits, cancellationToken).ConfigureAwait(false))
        {
            if (part is CallEnded ended)
            {
                measurement = ended.Measurement;
            }
        }

        if (measurement is null)
        {
            return null;
        }

        var provenance = target.Connection.Provenance;
        var costUsd = provenance == Provenance.Simulated ? 0m : cost(target, measurement);
        return new(call, measurement, started, time.GetUtcNow(), vantage, provenance, costUsd);
    }
}
