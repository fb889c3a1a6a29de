using System.Reflection;

namespace GatewayDashboard.Reference;

/// <summary>The guide's pages and the gateways' profiles, as they ship with the product.</summary>
public static class Library
{
    private const string GuideFolder = "Content/guide/";
    private const string ProfileFolder = "Content/gateways/";
    private static readonly Assembly s_assembly = typeof(Library).Assembly;

    /// <summary>The guide's pages in reading order.</summary>
    public static IReadOnlyList<Article> Guide { get; } = [.. Read(GuideFolder).OrderBy(article => article.Order)];

    private static readonly Dictionary<string, Article> s_profiles = Read(ProfileFolder).ToDictionary(article => article.Slug, StringComparer.OrdinalIgnoreCase);

    /// <summary>The guide page of that name, or null.</summary>
    public static Article? Find(string slug) => Guide.FirstOrDefault(article => string.Equals(article.Slug, slug, StringComparison.OrdinalIgnoreCase));

    /// <summary>The profile of that gateway, or null.</summary>
    public static Article? Profile(string gatewayId) => s_profiles.GetValueOrDefault(gatewayId);

    /// <summary>The text of an embedded file.</summary>
    public static string Text(string name)
    {
        using var reader = new StreamReader(s_assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"{name} is not embedded."));
        return reader.ReadToEnd();
    }

    private static IEnumerable<Article> Read(string folder) => s_assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(folder, StringComparison.Ordinal))
        .Select(name => Article.Read(Path.GetFileNameWithoutExtension(name), Text(name)));
}
