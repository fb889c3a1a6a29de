using GatewayDashboard.Hosting;

namespace GatewayDashboard.CommandLine;

/// <summary>The rooms without a web server, with what the command line named on top of the configuration.</summary>
internal static class BenchmarkHost
{
    public static IHost Build(BenchmarkArguments arguments)
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders().AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace).SetMinimumLevel(LogLevel.Warning);
        builder.Configuration.AddInMemoryCollection(Named(arguments, builder.Environment.ContentRootPath));
        builder.AddRooms();
        return builder.Build();
    }

    private static Dictionary<string, string?> Named(BenchmarkArguments arguments, string contentRoot)
    {
        var named = new Dictionary<string, string?>
        {
            // A folder of its own, so that a dashboard may run meanwhile; kept, so that the day's cap holds over several runs.
            [DataFolderRegistration.Key] = arguments.Data?.FullName ?? Path.Combine(contentRoot, "data", "command-line"),
        };
        foreach (var address in arguments.Addresses)
        {
            named[$"Gateways:{address.Name}:BaseUrl"] = address.BaseUrl.AbsoluteUri;
            if (arguments.KeyVariable is { } variable)
            {
                named[$"Gateways:{address.Name}:ApiKey"] = Environment.GetEnvironmentVariable(variable);
            }
        }

        return named;
    }
}
