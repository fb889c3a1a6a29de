namespace GatewayDashboard.Core.Requests.Import;

/// <summary>What a pasted text came to: a draft, or an error; and in any case what was left out of it.</summary>
/// <param name="Draft">The draft, or null.</param>
/// <param name="Read">What the text was read as, for example <c>curl for bash</c>.</param>
/// <param name="Ignored">What stood there and plays no part, never with a secret in it.</param>
/// <param name="Secrets">What was dropped because it is a key, and what stands in its place.</param>
/// <param name="Error">Why there is no draft, or null.</param>
public sealed record RequestImport(RequestDraft? Draft, string Read, IReadOnlyList<string> Ignored, IReadOnlyList<string> Secrets, string? Error = null);
