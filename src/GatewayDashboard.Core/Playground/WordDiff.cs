using System.Text.RegularExpressions;

namespace GatewayDashboard.Core.Playground;

/// <summary>Differences of two texts by words, shortest first (Myers). Texts of more than <see cref="MostWords"/> words are compared by lines.</summary>
public static partial class WordDiff
{
    /// <summary>Above this many words on either side lines are compared: memory grows with the square of the differences.</summary>
    public const int MostWords = 1200;

    /// <summary>What it takes to come from <paramref name="before"/> to <paramref name="after"/>; joined without the removed parts it is exactly <paramref name="after"/>.</summary>
    public static IReadOnlyList<DiffPart> Of(string before, string after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var (old, fresh) = (Words(before), Words(after));
        if (old.Length > MostWords || fresh.Length > MostWords)
        {
            (old, fresh) = (Lines(before), Lines(after));
        }

        if (old.Length > MostWords || fresh.Length > MostWords)
        {
            return [new(DiffKind.Removed, before), new(DiffKind.Added, after)];
        }

        return Merge(Steps(old, fresh));
    }

    // The furthest-reaching paths of each edit distance, kept for the walk back.
    private static List<DiffPart> Steps(string[] old, string[] fresh)
    {
        var most = old.Length + fresh.Length;
        var reach = new int[(2 * most) + 2];
        List<int[]> trace = [];
        for (var distance = 0; distance <= most; distance++)
        {
            trace.Add([.. reach.AsSpan(most - distance, Math.Min((2 * distance) + 2, reach.Length - most + distance))]);
            for (var diagonal = -distance; diagonal <= distance; diagonal += 2)
            {
                var down = diagonal == -distance || (diagonal != distance && reach[most + diagonal - 1] < reach[most + diagonal + 1]);
                var x = down ? reach[most + diagonal + 1] : reach[most + diagonal - 1] + 1;
                var y = x - diagonal;
                while (x < old.Length && y < fresh.Length && old[x] == fresh[y])
                {
                    (x, y) = (x + 1, y + 1);
                }

                reach[most + diagonal] = x;
                if (x >= old.Length && y >= fresh.Length)
                {
                    return WalkBack(trace, distance, old, fresh);
                }
            }
        }

        return [];
    }

    private static List<DiffPart> WalkBack(List<int[]> trace, int distance, string[] old, string[] fresh)
    {
        List<DiffPart> steps = [];
        var (x, y) = (old.Length, fresh.Length);
        for (var d = distance; d > 0; d--)
        {
            // The row holds diagonals −d … d+1, so diagonal k stands at k + d.
            var row = trace[d];
            var diagonal = x - y;
            var down = diagonal == -d || (diagonal != d && row[diagonal - 1 + d] < row[diagonal + 1 + d]);
            var fromX = down ? row[diagonal + 1 + d] : row[diagonal - 1 + d];
            var fromY = fromX - (down ? diagonal + 1 : diagonal - 1);
            while (x > fromX + (down ? 0 : 1) && y > fromY + (down ? 1 : 0))
            {
                (x, y) = (x - 1, y - 1);
                steps.Add(new(DiffKind.Same, old[x]));
            }

            steps.Add(down ? new(DiffKind.Added, fresh[fromY]) : new(DiffKind.Removed, old[fromX]));
            (x, y) = (fromX, fromY);
        }

        for (; x > 0; x--)
        {
            steps.Add(new(DiffKind.Same, old[x - 1]));
        }

        steps.Reverse();
        return steps;
    }

    private static List<DiffPart> Merge(List<DiffPart> steps)
    {
        List<DiffPart> parts = [];
        foreach (var step in steps)
        {
            if (parts.Count > 0 && parts[^1].Kind == step.Kind)
            {
                parts[^1] = step with { Text = parts[^1].Text + step.Text };
            }
            else
            {
                parts.Add(step);
            }
        }

        return parts;
    }

    private static string[] Words(string text) => [.. Word().EnumerateMatches(text).Slices(text)];

    private static string[] Lines(string text) => [.. Line().EnumerateMatches(text).Slices(text)];

    private static List<string> Slices(this Regex.ValueMatchEnumerator matches, string text)
    {
        List<string> slices = [];
        foreach (var match in matches)
        {
            slices.Add(text.Substring(match.Index, match.Length));
        }

        return slices;
    }

    [GeneratedRegex(@"\w+|\s+|[^\w\s]")]
    private static partial Regex Word();

    [GeneratedRegex(@"[^\n]*\n|[^\n]+")]
    private static partial Regex Line();
}

/// <summary>A stretch of text that both have, or only one.</summary>
/// <param name="Kind">Which.</param>
/// <param name="Text">The text.</param>
public readonly record struct DiffPart(DiffKind Kind, string Text);

/// <summary>Where a stretch of text stands.</summary>
public enum DiffKind
{
    /// <summary>In both.</summary>
    Same,

    /// <summary>Only in the first.</summary>
    Removed,

    /// <summary>Only in the second.</summary>
    Added,
}
