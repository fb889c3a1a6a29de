using System.CommandLine;

namespace GatewayDashboard.CommandLine;

/// <summary><c>health</c>: asks a running instance whether it is alive, for containers without a shell.</summary>
internal static class HealthCommand
{
    private static readonly Option<Uri> Url = new("--url") { Description = "Address of the instance", DefaultValueFactory = _ => new Uri("http://localhost:5210") };

    /// <summary>The command. Its exit status: 0 alive, 1 not.</summary>
    public static Command Create()
    {
        var command = new Command("health", "Ask a running instance whether it is alive.");
        command.Options.Add(Url);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(4) };
            try
            {
                using var response = await client.GetAsync(new Uri(parsed.GetRequiredValue(Url), "/livez"), cancellationToken);
                return response.IsSuccessStatusCode ? 0 : 1;
            }
            catch (HttpRequestException)
            {
                return 1;
            }
            catch (TaskCanceledException)
            {
                return 1;
            }
        });
        return command;
    }
}
