using Microsoft.Extensions.Configuration.Memory;

namespace GatewayDashboard.Hosting;

/// <summary>What is logged unless the configuration says otherwise: warnings, so that the first thing a newcomer reads is the address.</summary>
internal static class QuietLogging
{
    private static readonly Dictionary<string, string?> Defaults = new()
    {
        ["Logging:LogLevel:Default"] = "Warning",
        // Keys lie in the data folder under its own permissions; the README says so once instead of every first start.
        ["Logging:LogLevel:Microsoft.AspNetCore.DataProtection"] = "Error",
        // A failed start is told in one sentence by Program.
        ["Logging:LogLevel:Microsoft.Extensions.Hosting.Internal.Host"] = "None",
    };

    public static void AddQuietLogging(this WebApplicationBuilder builder) =>
        builder.Configuration.Sources.Insert(0, new MemoryConfigurationSource { InitialData = Defaults });
}
