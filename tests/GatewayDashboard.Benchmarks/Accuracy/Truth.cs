using System.Diagnostics;
using System.Text.Json;

namespace GatewayDashboard.Benchmarks.Accuracy;

/// <summary>When the simulator sent something: the arrival lies between the two.</summary>
internal readonly record struct Bracket(long Before, long After)
{
    public static readonly long Wide = Stopwatch.Frequency / 20_000;

    public long Middle => Before + ((After - Before) / 2);

    public bool IsWide => After - Before > Wide;
}

/// <summary>One request as the simulator's journal has it.</summary>
internal sealed record Truth(string RequestId, long Arrival, Bracket Done, IReadOnlyList<Bracket> Tokens)
{
    /// <summary>Reads the journal until every id is there; an entry is written a moment after its last byte.</summary>
    public static async Task<Dictionary<string, Truth>> ReadAsync(string journal, IReadOnlyCollection<string> ids)
    {
        var until = Stopwatch.GetTimestamp() + (10 * Stopwatch.Frequency);
        while (true)
        {
            var found = new Dictionary<string, Truth>();
            var text = await ReadSharedAsync(journal);
            foreach (var line in text[..(text.LastIndexOf('\n') + 1)].Split('\n', StringSplitOptions.RemoveEmptyEntries))
            {
                if (Parse(line) is { } truth)
                {
                    found[truth.RequestId] = truth;
                }
            }

            if (ids.All(found.ContainsKey) || Stopwatch.GetTimestamp() > until)
            {
                return found;
            }

            await Task.Delay(50);
        }
    }

    private static async Task<string> ReadSharedAsync(string path)
    {
        await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(file);
        return await reader.ReadToEndAsync();
    }

    private static Truth? Parse(string line)
    {
        using var json = JsonDocument.Parse(line);
        var root = json.RootElement;
        if (root.GetProperty("requestId").GetString() is not { } id || root.GetProperty("doneOut").ValueKind != JsonValueKind.Array)
        {
            return null;
        }

        return new Truth(id, root.GetProperty("arrivalTicks").GetInt64(), ToBracket(root.GetProperty("doneOut")), [.. root.GetProperty("tokenSends").EnumerateArray().Select(ToBracket)]);
    }

    private static Bracket ToBracket(JsonElement stamp) => new(stamp[0].GetInt64(), stamp[1].GetInt64());
}
