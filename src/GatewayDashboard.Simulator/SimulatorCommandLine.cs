using System.Globalization;

namespace GatewayDashboard.Simulator;

/// <summary>Reads the words of the command line.</summary>
internal static class SimulatorCommandLine
{
    public const string Usage = "usage: GatewayDashboard.Simulator [--port N] [--journal FILE] [--seed N] [--scale X]";

    /// <exception cref="SimulatorStartException">A word is not understood; the message says which.</exception>
    public static SimulatorOptions Parse(IReadOnlyList<string> words)
    {
        var options = new SimulatorOptions();
        for (var at = 0; at < words.Count; at += 2)
        {
            var name = words[at];
            if (name is not ("--port" or "--journal" or "--seed" or "--scale"))
            {
                throw new SimulatorStartException($"Unknown option {name}.");
            }

            if (at + 1 == words.Count)
            {
                throw new SimulatorStartException($"{name} needs a value.");
            }

            options = Apply(options, name, words[at + 1]);
        }

        return options;
    }

    private static SimulatorOptions Apply(SimulatorOptions options, string name, string value) => name switch
    {
        "--port" => options with { Port = int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port <= 65535 ? port : throw Wrong(name, value, "a port from 0 to 65535") },
        "--seed" => options with { Seed = long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var seed) ? seed : throw Wrong(name, value, "a whole number") },
        "--scale" => options with { TimeScale = double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var scale) && scale > 0 && double.IsFinite(scale) ? scale : throw Wrong(name, value, "a number above 0") },
        _ => options with { JournalFile = value },
    };

    private static SimulatorStartException Wrong(string name, string value, string expected) => new($"{name} is '{value}': it must be {expected}.");
}
