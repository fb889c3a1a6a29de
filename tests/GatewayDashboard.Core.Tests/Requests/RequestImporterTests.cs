using GatewayDashboard.Core.Requests;
using GatewayDashboard.Core.Requests.Import;

namespace GatewayDashboard.Core.Tests.Requests;

public sealed class RequestImporterTests
{
    // As Chrome and Firefox write it: ANSI quotes, the emoji as two escapes, the client's own headers.
    private const string BrowserBash = """
        curl 'https://api.groq.com/openai/v1/chat/completions' \
          -H 'accept: application/json' \
          -H 'authorization: Bearer gsk_abcdefghijklmnopqrstuvwxyz0123456789' \
          -H 'content-type: application/json' \
          --data-raw $'{"model":"openai/gpt-oss-120b","messages":[{"role":"user","content":"I\'m \ud83d\ude42 \u0021 \xc3\xa9\\n"}]}' \
          --compressed
        """;

    // "Copy as cURL (cmd)": carets before every quote.
    private const string BrowserCmd = """
        curl ^"https://openrouter.ai/api/v1/chat/completions^" ^
          -H ^"content-type: application/json^" ^
          --data-raw ^"^{^\^"model^\^":^\^"m^\^",^\^"messages^\^":^[^{^\^"role^\^":^\^"user^\^",^\^"content^\^":^\^"100 ^% ^& more^\^"^}^]^}^"
        """;

    // "Copy as PowerShell".
    private const string BrowserPowerShell = """
        Invoke-WebRequest -UseBasicParsing -Uri "https://api.together.ai/v1/chat/completions" `
        -Method "POST" `
        -Headers @{
          "authorization"="Bearer tgp_v1_abcdefghijklmnop"
          "x-title"="My `"app`""
        } `
        -ContentType "application/json" `
        -Body "{`"model`":`"m`",`"messages`":[{`"role`":`"user`",`"content`":`"costs `$5`"}]}"
        """;

    private const string HandWrittenPowerShell = """
        # a table, turned into JSON
        $body = @{
            model    = "m"
            stream   = $false
            messages = @(@{ role = "user"; content = "hi" }, @{ role = "user"; content = "there" })
        } | ConvertTo-Json -Depth 5
        $headers = @{ Authorization = "Bearer $env:GROQ_API_KEY" }
        $r = Invoke-RestMethod -Uri https://api.groq.com/openai/v1/chat/completions -Method Post -Headers $headers -Body $body -TimeoutSec 30
        $r.choices[0].message.content
        """;

    [Fact]
    public void Import_CurlFromABrowser_ReadsAnsiQuotes()
    {
        RequestImport read = RequestImporter.Import(BrowserBash, "custom");

        Assert.Equal("groq", read.Draft!.GatewayId);
        Assert.Null(read.Draft.BaseUrl);
        Assert.Equal("I'm 🙂 ! é\n", read.Draft.Messages[0].Text);
    }

    [Fact]
    public void Import_PastedKey_IsNowhereInTheResult()
    {
        RequestImport read = RequestImporter.Import(BrowserBash, "custom");

        Assert.DoesNotContain("gsk_", Everything(read), StringComparison.Ordinal);
        Assert.Equal(["authorization: key dropped, not stored; $GROQ_API_KEY stands in its place"], read.Secrets);
    }

    [Fact]
    public void Import_CurlFromABrowserForCmd_ReadsCarets()
    {
        RequestImport read = RequestImporter.Import(BrowserCmd, "custom");

        Assert.Equal("openrouter", read.Draft!.GatewayId);
        Assert.Equal("100 % & more", read.Draft.Messages[0].Text);
    }

    [Fact]
    public void Import_PowerShellFromABrowser_ReadsBackticksAndKeepsOwnHeaders()
    {
        RequestImport read = RequestImporter.Import(BrowserPowerShell, "custom");

        Assert.Equal("together", read.Draft!.GatewayId);
        Assert.Equal("costs $5", read.Draft.Messages[0].Text);
        Assert.Equal([new RequestHeader("x-title", "My \"app\"")], read.Draft.Headers);
        Assert.DoesNotContain("tgp_v1", Everything(read), StringComparison.Ordinal);
    }

    [Fact]
    public void Import_PowerShellTables_BecomeJson()
    {
        RequestImport read = RequestImporter.Import(HandWrittenPowerShell, "custom");

        Assert.Equal("groq", read.Draft!.GatewayId);
        Assert.Equal(["hi", "there"], read.Draft.Messages.Select(message => message.Text));
        Assert.False(read.Draft.Stream);
        Assert.Empty(read.Secrets);
        Assert.Contains("-timeoutsec", read.Ignored);
    }

    [Fact]
    public void Import_UnknownHost_IsACustomGatewayAtThatAddress()
    {
        RequestImport read = RequestImporter.Import("curl http://10.0.0.5:9000/llm/v1/chat/completions -d '{\"model\":\"m\",\"messages\":[]}'", "groq");

        Assert.Equal(("custom", new Uri("http://10.0.0.5:9000/llm/v1")), (read.Draft!.GatewayId, read.Draft.BaseUrl));
    }

    [Fact]
    public void Import_JoinedShortOptions_AreTakenApart()
    {
        RequestImport read = RequestImporter.Import("curl -sSXPOST --url=https://api.groq.com/openai/v1/embeddings --json '{\"model\":\"m\",\"input\":\"x\"}'", "custom");

        Assert.Equal(("groq", RequestEndpoint.Embeddings), (read.Draft!.GatewayId, read.Draft.Endpoint));
        Assert.Equal(["--silent", "--show-error"], read.Ignored);
    }

    [Fact]
    public void Import_VariableSetBeforeTheCommand_IsListedWithoutItsValue()
    {
        RequestImport read = RequestImporter.Import("export GROQ_API_KEY='gsk_abcdefghijklmnopqrstuvwxyz'\ncurl https://api.groq.com/openai/v1/chat/completions -H \"Authorization: Bearer $GROQ_API_KEY\" -d '{}' | jq .", "custom");

        Assert.NotNull(read.Draft);
        Assert.Equal(["the command \"export GROQ_API_KEY\"", "the command \"jq\""], read.Ignored);
        Assert.DoesNotContain("gsk_", Everything(read), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("curl -u me:hunter2secret https://api.groq.com/openai/v1/chat/completions -d '{}'")]
    [InlineData("curl -b 'session=hunter2secret' https://api.groq.com/openai/v1/chat/completions -d '{}'")]
    [InlineData("curl https://me:hunter2secret@api.groq.com/openai/v1/chat/completions -d '{}'")]
    [InlineData("curl https://api.groq.com/openai/v1/chat/completions -H 'x-my-api-key: hunter2secret' -d '{}'")]
    [InlineData("curl https://api.groq.com/openai/v1/chat/completions -d '{\"api_key\":\"hunter2secret\"}'")]
    [InlineData("$env:GROQ_API_KEY = 'hunter2secret'\nirm https://api.groq.com/openai/v1/chat/completions -Method Post -Body '{}'")]
    [InlineData("set \"K=hunter2secret\"\ncurl https://api.groq.com/openai/v1/chat/completions ^\n -d \"{}\"")]
    public void Import_SecretAnywhere_IsDropped(string text)
    {
        RequestImport read = RequestImporter.Import(text, "custom");

        Assert.NotNull(read.Draft);
        Assert.DoesNotContain("hunter2secret", Everything(read), StringComparison.Ordinal);
    }

    [Fact]
    public void Import_KeyInsideAPrompt_IsReplaced()
    {
        RequestImport read = RequestImporter.Import("""{"model":"m","messages":[{"role":"user","content":"my key is sk-proj-abcdefghijklmnop0123, why?"}]}""", "groq");

        Assert.Equal("my key is ***, why?", read.Draft!.Messages[0].Text);
        Assert.Single(read.Secrets);
    }

    [Fact]
    public void Import_JsonWithCommentsAndTrailingComma_IsReadAndSaid()
    {
        RequestImport read = RequestImporter.Import("{\n  // which one\n  \"model\": \"m\",\n}", "groq");

        Assert.Equal("m", read.Draft!.Model);
        Assert.Single(read.Ignored);
    }

    [Theory]
    [InlineData("")]
    [InlineData("hello")]
    [InlineData("wget https://api.groq.com")]
    [InlineData("{ \"model\": ")]
    [InlineData("curl https://api.groq.com/openai/v1/chat/completions -d 'not json'")]
    [InlineData("curl 'unclosed")]
    [InlineData("$x = @{ a = @( ")]
    public void Import_NoRequest_IsAnErrorInWords(string text)
    {
        RequestImport read = RequestImporter.Import(text, "groq");

        Assert.True(read.Error is not null || read.Draft!.Body.Count == 0);
    }

    private static string Everything(RequestImport read) =>
        string.Join('\n', [read.Draft?.Body.ToJsonString() ?? "", .. (read.Draft?.Headers ?? []).Select(header => header.ToString()), read.Draft?.BaseUrl?.ToString() ?? "", .. read.Ignored, .. read.Secrets, read.Error ?? ""]);
}
