namespace GatewayDashboard.Core.Completions;

/// <summary>Whether a served model's name can be the asked one's: gateways drop vendors, add dates and spell as they like.</summary>
internal static class ModelNames
{
    public static bool Agree(string asked, string served)
    {
        var (a, b) = (Bare(asked), Bare(served));
        return a.Length == 0 || b.Length == 0 || a == b || IsDated(a, b) || IsDated(b, a) || a.EndsWith(b, StringComparison.Ordinal) || b.EndsWith(a, StringComparison.Ordinal);
    }

    private static bool IsDated(string name, string longer) =>
        longer.StartsWith(name, StringComparison.Ordinal) && longer[name.Length..].All(char.IsAsciiDigit);

    // "openai/GPT-OSS-120B:free" and "gpt-oss-120b" are one model; the part after a colon is a serving label.
    private static string Bare(string name)
    {
        var label = name.IndexOf(':', StringComparison.Ordinal);
        var vendor = name.LastIndexOf('/');
        var model = name[(vendor + 1)..(label > vendor ? label : name.Length)];
        return string.Concat(model.Where(char.IsLetterOrDigit)).ToLowerInvariant();
    }
}
