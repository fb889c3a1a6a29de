using System.Diagnostics;
using Microsoft.Playwright;

namespace GatewayDashboard.BrowserTests;

/// <summary>
/// One real Chromium for all tests: the one that <c>CHROMIUM_PATH</c> names, an installed one, Playwright's own download, or,
/// on a build server only, the system's package. Where none can be had the tests are skipped and say why.
/// </summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private static readonly string[] Installed =
    [
        "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/snap/bin/chromium",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        @"C:\Program Files\Google\Chrome\Application\chrome.exe", @"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
    ];

    // Two cores are not enough for a browser and a test of tenths of milliseconds: while this file is held, such tests of the other assembly wait.
    private static readonly string Busy = Path.Combine(Path.GetTempPath(), "gateway-dashboard-tests.busy");

    private FileStream? _busy;
    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private string _reason = string.Empty;

    /// <inheritdoc />
    public async ValueTask InitializeAsync()
    {
        _busy = await HoldAsync();
        _playwright = await Playwright.CreateAsync();
        if (await FindAsync(_playwright.Chromium.ExecutablePath) is { } path)
        {
            _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = path, Args = Arguments });
        }
    }

    /// <summary>Opens a window of its own, without a page in it yet.</summary>
    public async Task<Visit> VisitAsync(DashboardServer server, BrowserNewContextOptions? options = null)
    {
        Assert.SkipWhen(_browser is null, _reason);
        options ??= new();
        options.BaseURL = server.Address.ToString();
        options.ReducedMotion = ReducedMotion.Reduce;
        var context = await _browser!.NewContextAsync(options);
        return new Visit(context, await context.NewPageAsync());
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
        _busy?.Dispose();
    }

    private static async Task<FileStream?> HoldAsync()
    {
        for (var attempt = 0; attempt < 240; attempt++)
        {
            try
            {
                return new FileStream(Busy, FileMode.OpenOrCreate, FileAccess.Read, FileShare.Read);
            }
            catch (Exception held) when (held is IOException or UnauthorizedAccessException)
            {
                await Task.Delay(500);
            }
        }

        return null;
    }

    private async Task<string?> FindAsync(string downloaded)
    {
        if (Environment.GetEnvironmentVariable("CHROMIUM_PATH") is { Length: > 0 } given)
        {
            _reason = $"CHROMIUM_PATH names {given}, which is not there.";
            return File.Exists(given) ? given : null;
        }

        if (Installed.Append(downloaded).FirstOrDefault(File.Exists) is { } found)
        {
            return found;
        }

        // Playwright's installer prints its own progress and returns an exit code.
        if (Microsoft.Playwright.Program.Main(["install", "chromium"]) == 0 && File.Exists(downloaded))
        {
            return downloaded;
        }

        if (Environment.GetEnvironmentVariable("CI") is { Length: > 0 } && Environment.UserName == "root" && await InstallPackageAsync() && File.Exists(Installed[0]))
        {
            return Installed[0];
        }

        _reason = "No Chromium: none is installed and Playwright could not download one. Install Chromium, or name one in CHROMIUM_PATH.";
        return null;
    }

    private static async Task<bool> InstallPackageAsync()
    {
        try
        {
            using var apt = Process.Start("sh", ["-c", "apt-get update -q && apt-get install -y -q --no-install-recommends chromium"]);
            await apt.WaitForExitAsync();
            return apt.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
