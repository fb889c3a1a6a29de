using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Components.Web;
using MudBlazor;

namespace GatewayDashboard.Theming;

/// <summary>Both palettes as one stylesheet, so that no style element is ever written into a page and a dark system sees no white flash.</summary>
internal sealed class ThemeStylesheet(IServiceProvider services, ILoggerFactory loggers)
{
    /// <summary>Where it is served.</summary>
    public const string Path = "/theme.css";

    private readonly Lazy<Task<(string Css, string ETag)>> _sheet = new(() => BuildAsync(services, loggers));

    /// <summary>Answers a request for the stylesheet, with 304 when the browser has it.</summary>
    public async Task AnswerAsync(HttpContext context)
    {
        var (css, etag) = await _sheet.Value;
        context.Response.Headers.ETag = etag;
        context.Response.Headers.CacheControl = "no-cache";
        if (context.Request.Headers.IfNoneMatch == etag)
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        context.Response.ContentType = "text/css; charset=utf-8";
        await context.Response.WriteAsync(css, context.RequestAborted);
    }

    private static async Task<(string Css, string ETag)> BuildAsync(IServiceProvider services, ILoggerFactory loggers)
    {
        var light = await VariablesAsync(services, loggers, dark: false) + GatewayLook.Variables(dark: false);
        var dark = await VariablesAsync(services, loggers, dark: true) + GatewayLook.Variables(dark: true);
        var css = $$"""
            :root { color-scheme: light; {{light}} }
            @media screen and (prefers-color-scheme: dark) { :root:not([data-theme=light]) { color-scheme: dark; {{dark}} } }
            @media screen { :root[data-theme=dark] { color-scheme: dark; {{dark}} } }
            """;
        return (css, $"\"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(css)))[..16]}\"");
    }

    private static async Task<string> VariablesAsync(IServiceProvider services, ILoggerFactory loggers, bool dark)
    {
        await using var scope = services.CreateAsyncScope();
        await using var renderer = new HtmlRenderer(scope.ServiceProvider, loggers);
        return await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var root = await renderer.RenderComponentAsync<Variables>(ParameterView.FromDictionary(new Dictionary<string, object?>
            {
                [nameof(MudThemeProvider.Theme)] = DashboardTheme.Value,
                [nameof(MudThemeProvider.IsDarkMode)] = dark,
                [nameof(MudThemeProvider.ObserveSystemDarkModeChange)] = false,
            }));
            return Declarations(WebUtility.HtmlDecode(root.ToHtmlString()));
        });
    }

    // The component writes ":root{ … }"; only what stands between the braces is of use inside our own selectors.
    private static string Declarations(string css)
    {
        var open = css.IndexOf('{', StringComparison.Ordinal);
        return open < 0 ? css : css[(open + 1)..css.LastIndexOf('}')];
    }

    private sealed class Variables : MudThemeProvider
    {
        protected override void BuildRenderTree(RenderTreeBuilder builder)
        {
            var css = new StringBuilder();
            GenerateTheme(css);
            builder.AddContent(0, css.ToString());
        }
    }
}
