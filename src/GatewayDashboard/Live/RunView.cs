using GatewayDashboard.Core.Benchmarks;
using GatewayDashboard.Data.Runs;

namespace GatewayDashboard.Live;

/// <summary>A run as pages, exports and the command line show it: everything from one reading.</summary>
/// <param name="Run">The run's row.</param>
/// <param name="Live">Where it stands, when it is under way in this process.</param>
/// <param name="Summary">Its figures; null while it is under way and where nothing was measured.</param>
/// <param name="Samples">Its samples in order of ending; empty while it is under way.</param>
public sealed record RunView(Run Run, RunSnapshot? Live, RunSummary? Summary, IReadOnlyList<Sample> Samples)
{
    /// <summary>Whether it has ended.</summary>
    public bool Ended => Run.State is not (RunState.Queued or RunState.Running);

    /// <summary>Names by target key.</summary>
    public IReadOnlyDictionary<string, string> Names { get; } = Run.Targets.ToDictionary(target => target.Key, target => target.DisplayName);

    /// <summary>Whether every call was simulated and cost nothing.</summary>
    public bool Simulated => Run.Provenance == Core.Measurement.Provenance.Simulated;
}
