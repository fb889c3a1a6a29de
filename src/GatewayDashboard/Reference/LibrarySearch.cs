namespace GatewayDashboard.Reference;

/// <summary>Finds sections that hold every word asked for; headings count before text.</summary>
internal static class LibrarySearch
{
    private const int MostHits = 30;
    private const int Before = 60;
    private const int Shown = 180;

    private static readonly IReadOnlyList<(Article Article, ArticleSection Section)> s_sections =
        [.. Library.Guide.SelectMany(article => ArticleSection.Of(article).Select(section => (article, section)))];

    /// <summary>The sections found, best first; none where no word was given.</summary>
    public static IReadOnlyList<SearchHit> Find(string? words)
    {
        var wanted = (words ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return wanted.Length == 0 ? [] :
        [
            .. s_sections
                .Where(place => Array.TrueForAll(wanted, word => Has(place.Section.Heading, word) || Has(place.Section.Text, word)))
                .OrderByDescending(place => wanted.Count(word => Has(place.Section.Heading, word)))
                .Take(MostHits)
                .Select(place => new SearchHit(place.Article, place.Section, Around(place.Section.Text, wanted[0]))),
        ];
    }

    private static bool Has(string text, string word) => text.Contains(word, StringComparison.OrdinalIgnoreCase);

    private static string Around(string text, string word)
    {
        var plain = string.Join(' ', text.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries)).Replace("**", "", StringComparison.Ordinal);
        var from = Math.Max(0, plain.IndexOf(word, StringComparison.OrdinalIgnoreCase) - Before);
        var to = Math.Min(plain.Length, from + Shown);
        return $"{(from > 0 ? "…" : "")}{plain[from..to]}{(to < plain.Length ? "…" : "")}";
    }
}

/// <summary>A place the search found.</summary>
/// <param name="Article">The page.</param>
/// <param name="Section">The section of it.</param>
/// <param name="Excerpt">The text around the first word, plain.</param>
public sealed record SearchHit(Article Article, ArticleSection Section, string Excerpt)
{
    /// <summary>Where it stands.</summary>
    public string Address => $"/guide/{Article.Slug}{(Section.Id.Length > 0 ? "#" + Section.Id : "")}";
}
