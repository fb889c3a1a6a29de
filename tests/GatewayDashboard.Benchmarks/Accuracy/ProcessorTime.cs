using System.Globalization;

namespace GatewayDashboard.Benchmarks.Accuracy;

/// <summary>How busy the whole machine was: a figure taken beside other work must say so.</summary>
internal static class ProcessorTime
{
    public static (long Busy, long All) Read()
    {
        if (!OperatingSystem.IsLinux())
        {
            return (0, 0);
        }

        var fields = File.ReadLines("/proc/stat").First().Split(' ', StringSplitOptions.RemoveEmptyEntries)[1..].Select(f => long.Parse(f, CultureInfo.InvariantCulture)).ToArray();
        var all = fields.Take(8).Sum();
        return (all - fields[3] - fields[4], all);
    }

    public static double ShareSince((long Busy, long All) before)
    {
        var now = Read();
        return now.All == before.All ? double.NaN : (double)(now.Busy - before.Busy) / (now.All - before.All);
    }
}
