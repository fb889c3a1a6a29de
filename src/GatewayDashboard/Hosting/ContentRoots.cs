namespace GatewayDashboard.Hosting;

/// <summary>Where the host finds its files, whatever folder it is started from.</summary>
internal static class ContentRoots
{
    /// <summary>A published app serves the web root beside its assembly; a source tree serves the build's manifest instead.</summary>
    public static WebApplicationOptions Options(string[] args)
    {
        var published = Path.Combine(AppContext.BaseDirectory, "wwwroot");
        return new WebApplicationOptions { Args = args, WebRootPath = Directory.Exists(published) ? published : null };
    }
}
