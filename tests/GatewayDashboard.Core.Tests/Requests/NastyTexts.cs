namespace GatewayDashboard.Core.Tests.Requests;

/// <summary>Texts that break naive quoting in at least one shell or language.</summary>
internal static class NastyTexts
{
    public static IReadOnlyList<string> All { get; } =
    [
        "I'm good", "it's 'quoted' twice", "say \"hi\"", "ends with a backslash \\", "two \\\\", "\\\"", "$HOME", "${HOME}", "`id`", "$(id)", "!!", "!x", "%PATH%", "100 %", "%%",
        "^", "a & b", "a | b", "<b>", "a > b", "line one\nline two", "windows\r\nline", "\ttab", "🙂 emoji 👩‍👩‍👧", "漢字", "שלום", "é", "a\u2028b\u2029c", "nul\0", "\u001b[31m", "\u007f",
        "'''", "\"\"\"", "\"\"\"\"\"", "'@", "@'", "\n'@\n", "EOF", "JSON", "\nJSON\n", "###", "\n### x", "# comment", "// comment", "/* x */", "{{x}}", "{{{x}}}", "}}", "@file", "-x", "--data",
        "</script>", "\ufeffmark", "‘curly’ “quotes” ‚low‛", "a`nb", "\\n not a break", "\\u0041 not a letter", "\\x41", "$env:PATH", "$body", "@body.json", " leading and trailing ", "",
    ];

    /// <summary>All of them in one text.</summary>
    public static string Together { get; } = string.Join(" · ", All);

    /// <summary>100 kB with quotes and letters of several bytes throughout.</summary>
    public static string Long { get; } = string.Concat(Enumerable.Repeat("It's \"long\" – é $HOME `x`\n", 3_600));
}
