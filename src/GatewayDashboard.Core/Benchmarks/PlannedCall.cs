namespace GatewayDashboard.Core.Benchmarks;

/// <summary>One call of a plan. Its id is unique for ever and goes to the gateway as <c>X-Client-Request-Id</c>.</summary>
/// <param name="Id">The request id.</param>
/// <param name="Block">The block's number, from 0, warm-up blocks first.</param>
/// <param name="WarmUp">Whether it is kept apart as warm-up.</param>
/// <param name="TargetKey">The target's key.</param>
/// <param name="Prompt">The prompt's name.</param>
/// <param name="Position">Place in the block's random order, from 0.</param>
/// <param name="Stagger">Delay after the block's start.</param>
/// <param name="Nonce">The line before the prompt, or null.</param>
public sealed record PlannedCall(string Id, int Block, bool WarmUp, string TargetKey, string Prompt, int Position, TimeSpan Stagger, string? Nonce);
