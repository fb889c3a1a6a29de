namespace GatewayDashboard.Core.Requests;

/// <summary>What a line of a comparison is.</summary>
public enum DiffKind
{
    /// <summary>In both.</summary>
    Same,

    /// <summary>Only in the first.</summary>
    Removed,

    /// <summary>Only in the second.</summary>
    Added,
}

/// <summary>One line of a comparison.</summary>
/// <param name="Kind">Where it stands.</param>
/// <param name="Text">The line.</param>
public sealed record DiffLine(DiffKind Kind, string Text);

/// <summary>Compares two texts line by line, by their longest common subsequence.</summary>
public static class LineDiff
{
    // The table grows with the product of the lengths; bodies of more lines are compared from both ends only.
    private const int MostCells = 4_000_000;

    /// <summary>The lines of both, in order.</summary>
    public static IReadOnlyList<DiffLine> Compare(string first, string second)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        string[] a = first.Split('\n');
        string[] b = second.Split('\n');
        int start = 0;
        while (start < a.Length && start < b.Length && a[start] == b[start])
        {
            start++;
        }

        int end = 0;
        while (end < a.Length - start && end < b.Length - start && a[^(end + 1)] == b[^(end + 1)])
        {
            end++;
        }

        return
        [
            .. a[..start].Select(line => new DiffLine(DiffKind.Same, line)),
            .. Middle(a[start..^end], b[start..^end]),
            .. a[^end..].Select(line => new DiffLine(DiffKind.Same, line)),
        ];
    }

    private static IEnumerable<DiffLine> Middle(string[] a, string[] b)
    {
        var common = (long)a.Length * b.Length > MostCells ? new int[1, 1] : Table(a, b);
        bool known = common.Length > 1;
        int i = 0;
        int j = 0;
        while (i < a.Length || j < b.Length)
        {
            if (known && i < a.Length && j < b.Length && a[i] == b[j])
            {
                yield return new DiffLine(DiffKind.Same, a[i++]);
                j++;
            }
            else if (i < a.Length && (j == b.Length || !known || common[i + 1, j] >= common[i, j + 1]))
            {
                yield return new DiffLine(DiffKind.Removed, a[i++]);
            }
            else
            {
                yield return new DiffLine(DiffKind.Added, b[j++]);
            }
        }
    }

    private static int[,] Table(string[] a, string[] b)
    {
        var common = new int[a.Length + 1, b.Length + 1];
        for (int i = a.Length - 1; i >= 0; i--)
        {
            for (int j = b.Length - 1; j >= 0; j--)
            {
                common[i, j] = a[i] == b[j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
            }
        }

        return common;
    }
}
