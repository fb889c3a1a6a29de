namespace GatewayDashboard.Core.Requests.Checks;

/// <summary>How much a finding matters.</summary>
public enum FindingLevel
{
    /// <summary>The request will be rejected.</summary>
    Error,

    /// <summary>Something in it will be ignored or changed.</summary>
    Warning,

    /// <summary>Worth knowing.</summary>
    Info,
}

/// <summary>Something about a request that its author should know before it is sent.</summary>
/// <param name="Level">How much it matters.</param>
/// <param name="Field">The field it is about, as a path such as <c>messages[].name</c>; empty for the whole request.</param>
/// <param name="Message">What will happen and why, in a sentence.</param>
/// <param name="Source">Where that was read, or null where it follows from the request alone.</param>
/// <param name="AsOf">When it was read, or null without a source.</param>
/// <param name="Fix">What would settle it, or null where only the author can.</param>
public sealed record RequestFinding(FindingLevel Level, string Field, string Message, string? Source = null, DateOnly? AsOf = null, RequestFix? Fix = null);

/// <summary>A change that settles a finding.</summary>
/// <param name="Label">The button's words.</param>
/// <param name="Apply">The change.</param>
public sealed record RequestFix(string Label, Func<RequestDraft, RequestDraft> Apply);
