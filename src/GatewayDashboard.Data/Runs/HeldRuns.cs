using GatewayDashboard.Core.Benchmarks;

namespace GatewayDashboard.Data.Runs;

/// <summary>Narrows runs to the one a claim still holds.</summary>
internal static class HeldRuns
{
    public static IQueryable<Run> HeldBy(this IQueryable<Run> runs, RunClaim claim) =>
        runs.Where(run => run.Id == claim.RunId && run.Owner == claim.Owner && run.Epoch == claim.Epoch && run.State == RunState.Running);
}
