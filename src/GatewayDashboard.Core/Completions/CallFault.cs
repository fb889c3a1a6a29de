namespace GatewayDashboard.Core.Completions;

/// <summary>What went wrong with a call, safe to store and show: scrubbed of keys, at most 2 KiB, plain text.</summary>
/// <param name="Message">The gateway's own words where it had any, else ours.</param>
/// <param name="Status">The HTTP status, or null where none arrived.</param>
/// <param name="Code">The gateway's error code or type, or null.</param>
/// <param name="Hint">What to try next, in our words, or null.</param>
/// <param name="RetryAfter">How long the gateway asked to wait, clamped to 1 s … 15 min, or null where it did not say.</param>
public sealed record CallFault(string Message, int? Status = null, string? Code = null, string? Hint = null, TimeSpan? RetryAfter = null);
