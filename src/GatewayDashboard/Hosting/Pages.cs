using GatewayDashboard.Components.Parts;
using GatewayDashboard.Theming;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Server;
using MudBlazor.Services;

namespace GatewayDashboard.Hosting;

/// <summary>The Blazor side: components, circuits, static assets and the theme's stylesheet.</summary>
internal static class Pages
{
    // A pasted prompt is one message; the framework's 32 KiB would end the circuit of whoever pastes a long one.
    private const long LongestMessage = 1 << 20;

    public static void AddPages(this WebApplicationBuilder builder)
    {
        // No way of starting may show a page without its styles: outside Development the build's manifest is not read by itself.
        builder.WebHost.UseStaticWebAssets();
        builder.Services.AddRazorComponents().AddInteractiveServerComponents(Circuits).AddHubOptions(hub => hub.MaximumReceiveMessageSize = LongestMessage);
        builder.Services.AddMudServices();
        builder.Services.AddSingleton<ThemeStylesheet>();
        builder.Services.AddScoped<PageNonce>();
        builder.Services.AddScoped<Notices>();
        builder.Services.AddAntiforgery(antiforgery => antiforgery.Cookie.Name = "gateway-dashboard-form");
    }

    /// <summary>Files of the web root, fingerprinted and compressed by the build, and the stylesheet with both palettes.</summary>
    public static void MapAssets(this WebApplication app)
    {
        app.MapStaticAssets().AllowAnonymous();
        app.MapGet(ThemeStylesheet.Path, (ThemeStylesheet stylesheet, HttpContext context) => stylesheet.AnswerAsync(context)).AllowAnonymous();
    }

    public static void MapPages<TApp>(this WebApplication app)
        where TApp : IComponent
    {
        app.MapRazorComponents<TApp>().AddInteractiveServerRenderMode(mode =>
        {
            mode.ContentSecurityFrameAncestorsPolicy = "'none'";
            // Compressed sockets can leak secrets that stand beside text an attacker chooses.
            mode.DisableWebSocketCompression = true;
        });
    }

    private static void Circuits(CircuitOptions circuits)
    {
        circuits.DetailedErrors = false;
        circuits.DisconnectedCircuitRetentionPeriod = TimeSpan.FromMinutes(3);
        circuits.DisconnectedCircuitMaxRetained = 100;
        circuits.JSInteropDefaultCallTimeout = TimeSpan.FromSeconds(20);
    }
}
