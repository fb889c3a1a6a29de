namespace GatewayDashboard.Simulator.Faults;

/// <summary>Group C: refusals and other answers that the status line and the headers tell.</summary>
internal static class StatusFaults
{
    public static readonly Fault[] All =
    [
        new("C12", "429 with Retry-After in seconds", scene => scene.Refuses(429, "Rate limit reached. Please try again in 7s.", "rate_limit_error", "rate_limit_exceeded")),
        new("C17", "500 with JSON", scene => scene.Refuses(500, "The server had an error while processing your request.", "server_error")),
    ];
}
