namespace GatewayDashboard.Components.Benchmarks;

/// <summary>A part of a run's result, named in the page's address.</summary>
/// <param name="Id">As in the address.</param>
/// <param name="Name">As shown.</param>
public sealed record RunTab(string Id, string Name)
{
    /// <summary>First-token latency: the headline.</summary>
    public static RunTab FirstToken { get; } = new("first-token", "First token");

    /// <summary>Total latency.</summary>
    public static RunTab Total { get; } = new("total", "Total");

    /// <summary>Output speed.</summary>
    public static RunTab Speed { get; } = new("speed", "Output speed");

    /// <summary>Output tokens against total latency.</summary>
    public static RunTab Tokens { get; } = new("tokens", "Tokens × time");

    /// <summary>Connections.</summary>
    public static RunTab Connection { get; } = new("connection", "Connection");

    /// <summary>Calls that were no success.</summary>
    public static RunTab Failures { get; } = new("failures", "Failures");

    /// <summary>Every sample.</summary>
    public static RunTab Samples { get; } = new("samples", "Samples");

    /// <summary>The definition it ran with.</summary>
    public static RunTab Method { get; } = new("method", "Method");

    /// <summary>All of them, in the order shown.</summary>
    public static IReadOnlyList<RunTab> All { get; } = [FirstToken, Total, Speed, Tokens, Connection, Failures, Samples, Method];

    /// <summary>The tab of that id; an unknown one falls back to the first.</summary>
    public static RunTab Find(string? id) => All.FirstOrDefault(tab => tab.Id == id) ?? FirstToken;
}
