using System.Globalization;

namespace GatewayDashboard.Benchmarks;

/// <summary>What is asked of the harness.</summary>
internal sealed record HarnessOptions
{
    /// <summary>Exit with 1 where a target is missed.</summary>
    public bool Check { get; private init; }

    /// <summary>Only these numbers of concurrent streams.</summary>
    public IReadOnlyList<int> Levels { get; private init; } = [1, 16, 64, 200];

    /// <summary>Repeats of every level; the figures of each are printed, the best counts for <c>--check</c>.</summary>
    public int Rounds { get; private init; } = 1;

    /// <summary>Leaves out the forced user clock.</summary>
    public bool KernelOnly { get; private init; }

    /// <summary>Reads the command line; an unknown word stops the program with the usage.</summary>
    public static HarnessOptions Parse(IReadOnlyList<string> words)
    {
        var options = new HarnessOptions();
        for (var i = 0; i < words.Count; i++)
        {
            options = words[i] switch
            {
                "--check" => options with { Check = true },
                "--kernel-only" => options with { KernelOnly = true },
                "--levels" => options with { Levels = [.. words[++i].Split(',').Select(n => int.Parse(n, CultureInfo.InvariantCulture))] },
                "--rounds" => options with { Rounds = int.Parse(words[++i], CultureInfo.InvariantCulture) },
                _ => throw new ArgumentException($"Unknown option {words[i]}."),
            };
        }

        return options;
    }

    /// <summary>Prints the usage.</summary>
    public static int Explain()
    {
        Console.Error.WriteLine("""
            usage: GatewayDashboard.Benchmarks accuracy [--levels 1,16,64,200] [--rounds N] [--kernel-only] [--check]
                   GatewayDashboard.Benchmarks throughput [--check]
            accuracy    first-token, inter-token and total error of the client against the simulator's journal
            throughput  events per second on one core through reader, parser and meter
            """);
        return 2;
    }
}
