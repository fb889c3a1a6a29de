namespace GatewayDashboard.Components.Parts;

/// <summary>The five kinds of state a thing can be in; each has a shape and a colour.</summary>
public enum StateKind
{
    /// <summary>Not known, not checked, not set up.</summary>
    Unknown,

    /// <summary>As it should be.</summary>
    Good,

    /// <summary>Works, with something to look at.</summary>
    Warning,

    /// <summary>Does not work.</summary>
    Bad,

    /// <summary>At work now.</summary>
    Busy,
}
