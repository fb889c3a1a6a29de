using GatewayDashboard.Api;
using GatewayDashboard.CommandLine;
using GatewayDashboard.Components;
using GatewayDashboard.Hosting;
using GatewayDashboard.Jobs;

try
{
    if (Commands.Handle(args))
    {
        return await Commands.RunAsync(args);
    }

    var builder = WebApplication.CreateBuilder(ContentRoots.Options(args));
    builder.AddQuietLogging();
    builder.AddAddress();
    builder.AddConnectionLimits();
    var database = builder.AddRooms();
    builder.AddFrameworkKeys(database);
    builder.AddJobs();
    builder.AddAccess();
    builder.AddPages();

    await using var app = builder.Build();
    app.UseSecurityHeaders();
    app.UseFaultPages();
    app.UseHostAndOriginCheck();
    app.UseAccess();
    app.UseAntiforgery();
    app.MapAssets();
    app.MapHealth();
    app.MapRunsApi();
    app.MapPrices();
    app.MapJobs();
    app.MapPages<App>();
    app.AnnounceAddress();

    await app.RunAsync();
    return 0;
}
catch (Exception exception) when (StartRefusal.From(exception) is { } refusal)
{
    await Console.Error.WriteLineAsync(refusal.Message);
    return StartRefusal.ExitCode;
}

/// <summary>The host's entry point; named so that tests can start it.</summary>
internal sealed partial class Program;
