using GatewayDashboard.Components;
using GatewayDashboard.Hosting;

try
{
    var builder = WebApplication.CreateBuilder(ContentRoots.Options(args));
    builder.AddQuietLogging();
    builder.AddAddress();
    builder.AddConnectionLimits();
    builder.AddDataFolder();
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
