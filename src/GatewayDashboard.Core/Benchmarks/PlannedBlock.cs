namespace GatewayDashboard.Core.Benchmarks;

/// <summary>One call to every target with the same prompt: the unit of pairing.</summary>
/// <param name="Number">Its number in the run, from 0, warm-up blocks first.</param>
/// <param name="WarmUp">Whether it is kept apart as warm-up.</param>
/// <param name="Prompt">The prompt's name.</param>
/// <param name="Calls">Its calls in their random order.</param>
public sealed record PlannedBlock(int Number, bool WarmUp, string Prompt, IReadOnlyList<PlannedCall> Calls);
