namespace GatewayDashboard.Live;

/// <summary>This process among others on the same database.</summary>
public sealed class Instance
{
    /// <summary>Unique for the life of the process.</summary>
    public string Id { get; } = $"{Environment.MachineName}-{Environment.ProcessId}-{Guid.NewGuid().ToString("N")[..8]}";
}
