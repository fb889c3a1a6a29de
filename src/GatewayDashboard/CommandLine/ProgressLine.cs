using GatewayDashboard.Components.Parts;
using GatewayDashboard.Live;

namespace GatewayDashboard.CommandLine;

/// <summary>One line that says how far a run has come: rewritten in a terminal, left out where the output goes to a file.</summary>
internal static class ProgressLine
{
    private const int Width = 78;

    public static void Write(RunSnapshot snapshot)
    {
        if (Console.IsErrorRedirected)
        {
            return;
        }

        var left = snapshot.Left is { } time ? $"{Units.Duration(time)} left" : "measuring the pace";
        Console.Error.Write($"\r{$"{snapshot.Ended} of {snapshot.Planned} · {snapshot.Failed} failed · {left}".PadRight(Width)[..Width]}");
    }

    public static void End()
    {
        if (!Console.IsErrorRedirected)
        {
            Console.Error.Write($"\r{new string(' ', Width)}\r");
        }
    }
}
