namespace GatewayDashboard.Hosting;

/// <summary>For supervisors: is the process alive, and is it able to serve. Open to all, and without detail.</summary>
internal static class Health
{
    public static void MapHealth(this WebApplication app)
    {
        app.MapGet("/livez", () => Results.Text("alive")).AllowAnonymous();
        app.MapGet("/readyz", (IHostApplicationLifetime lifetime) => lifetime.ApplicationStopping.IsCancellationRequested
            ? Results.Text("stopping", statusCode: StatusCodes.Status503ServiceUnavailable)
            : Results.Text("ready")).AllowAnonymous();
    }
}
