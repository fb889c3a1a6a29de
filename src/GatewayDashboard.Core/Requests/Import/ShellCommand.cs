namespace GatewayDashboard.Core.Requests.Import;

/// <summary>A curl command taken apart by the rules of its shell.</summary>
/// <param name="Words">The words, the program's name left out; variables are marked.</param>
/// <param name="Input">What stands in a here-document or file made for it, or null.</param>
/// <param name="Ignored">What else stood there, without its values.</param>
internal sealed record ShellCommand(IReadOnlyList<string> Words, string? Input, IReadOnlyList<string> Ignored)
{
    public static bool IsCurl(string word) =>
        word.Equals("curl", StringComparison.OrdinalIgnoreCase) || word.EndsWith("curl.exe", StringComparison.OrdinalIgnoreCase) || word.EndsWith("/curl", StringComparison.Ordinal);
}
