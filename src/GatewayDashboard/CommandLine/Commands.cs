using System.CommandLine;

namespace GatewayDashboard.CommandLine;

/// <summary>What can be done without the web server.</summary>
internal static class Commands
{
    /// <summary>The exit status of wrong usage.</summary>
    public const int WrongUsage = 2;

    private static readonly string[] Names = ["benchmark", "health", "rekey", "help", "--help", "-h", "-?", "--version"];

    /// <summary>Whether the first word is a command of ours and not an option of the server.</summary>
    public static bool Handle(string[] args) => args.Length > 0 && Names.Contains(args[0]);

    /// <summary>Runs the command.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        var root = new RootCommand("Gateway Dashboard. Without a command it serves the dashboard; --urls ADDRESS and --DataDirectory FOLDER change where.")
        {
            BenchmarkCommand.Create(BenchmarkRunner.RunAsync),
            HealthCommand.Create(),
            RekeyCommand.Create(),
        };
        var parsed = root.Parse(args[0] == "help" ? ["--help"] : args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
            {
                await Console.Error.WriteLineAsync(error.Message);
            }

            return WrongUsage;
        }

        return await parsed.InvokeAsync();
    }
}
