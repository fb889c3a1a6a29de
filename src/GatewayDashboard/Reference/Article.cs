using System.Globalization;

namespace GatewayDashboard.Reference;

/// <summary>A page of the product's own Markdown with its front matter.</summary>
/// <param name="Slug">Its name in the address.</param>
/// <param name="Title">Its heading.</param>
/// <param name="Order">Its place among the others.</param>
/// <param name="Summary">What it is about, in a sentence.</param>
/// <param name="Sources">Where its facts come from.</param>
/// <param name="Text">The Markdown below the front matter.</param>
public sealed record Article(string Slug, string Title, int Order, string Summary, IReadOnlyList<ArticleSource> Sources, string Text)
{
    private const string Fence = "---";

    /// <summary>Reads a file. Text without front matter, as a gateway's profile has, is all text.</summary>
    public static Article Read(string slug, string file)
    {
        var lines = file.ReplaceLineEndings("\n").Split('\n');
        var end = lines[0] == Fence ? Array.IndexOf(lines, Fence, 1) : -1;
        var front = end > 0 ? lines[1..end] : [];
        var sources = front.Where(line => line.StartsWith("- ", StringComparison.Ordinal)).Select(ArticleSource.Read);
        return new Article(
            slug,
            Field(front, "title") ?? slug,
            int.Parse(Field(front, "order") ?? "0", CultureInfo.InvariantCulture),
            Field(front, "summary") ?? "",
            [.. sources],
            string.Join('\n', lines[(end + 1)..]).Trim());
    }

    private static string? Field(string[] front, string name) =>
        front.FirstOrDefault(line => line.StartsWith(name + ": ", StringComparison.Ordinal))?[(name.Length + 2)..].Trim();
}

/// <summary>Where a fact was read.</summary>
/// <param name="Name">The source, as published.</param>
/// <param name="Date">When it was written or read: a day, a month or a year, or "undated".</param>
public sealed record ArticleSource(string Name, string Date)
{
    /// <summary>Reads <c>- name | date</c>.</summary>
    public static ArticleSource Read(string line)
    {
        var bar = line.LastIndexOf('|');
        return bar < 0 ? new(line[2..].Trim(), "undated") : new(line[2..bar].Trim(), line[(bar + 1)..].Trim());
    }
}
