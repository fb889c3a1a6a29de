using System.Text;
using System.Text.Json.Nodes;
using GatewayDashboard.Core.Requests;
using GatewayDashboard.Core.Requests.Snippets;

namespace GatewayDashboard.Tests.Requests;

/// <summary>Snippets are run by the real tools against a real server: what arrives must be what the page shows.</summary>
public sealed class SnippetExecutionTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("snippet-run-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Bash_EverySnippet_DeliversTheBodyByteForByte()
    {
        Assert.SkipUnless(await ToolRun.ExistsAsync("bash", "-c", "curl --version"), "bash or curl is not on this machine.");
        await using BodyRecorder server = await BodyRecorder.StartAsync();
        IReadOnlyList<RequestDraft> drafts = NastyDrafts.All(server.BaseUrl);
        string[] snippets = Write(new BashCurlSnippet(), drafts);
        await File.WriteAllTextAsync(Path.Combine(_folder, "all.sh"), string.Concat(snippets), TestContext.Current.CancellationToken);

        (int exitCode, string output) = await ToolRun.RunAsync("bash", _folder, "all.sh");

        Assert.True(exitCode == 0, output);
        AssertBytes(drafts, server.Arrivals, index => snippets[index].Contains("<<'JSON'", StringComparison.Ordinal) ? "\n" : "");
    }

    [Fact]
    public async Task Node_EverySnippet_DeliversTheSameJson()
    {
        string? modules = await NodeModules.FolderAsync();
        Assert.SkipWhen(modules is null, "node or the openai npm package is not to be had on this machine.");
        await using BodyRecorder server = await BodyRecorder.StartAsync();
        IReadOnlyList<RequestDraft> drafts = NastyDrafts.All(server.BaseUrl);
        string run = Directory.CreateDirectory(Path.Combine(modules, Path.GetRandomFileName())).FullName;
        try
        {
            StringBuilder all = new();
            foreach ((int index, string snippet) in Write(new JavaScriptSnippet(), drafts).Index())
            {
                await File.WriteAllTextAsync(Path.Combine(run, $"s{index}.mjs"), snippet, TestContext.Current.CancellationToken);
                all.Append(System.Globalization.CultureInfo.InvariantCulture, $"await import('./s{index}.mjs');\n");
            }

            await File.WriteAllTextAsync(Path.Combine(run, "all.mjs"), all.ToString(), TestContext.Current.CancellationToken);

            (int exitCode, string output) = await ToolRun.RunAsync("node", run, "all.mjs");

            Assert.True(exitCode == 0, output);
            AssertJson(drafts, server.Arrivals);
        }
        finally
        {
            Directory.Delete(run, recursive: true);
        }
    }

    [Fact]
    public async Task CSharp_EverySnippet_DeliversTheBodyByteForByte()
    {
        await using BodyRecorder server = await BodyRecorder.StartAsync();
        IReadOnlyList<RequestDraft> drafts = NastyDrafts.All(server.BaseUrl);
        Environment.SetEnvironmentVariable(NastyDrafts.KeyVariable, ToolRun.Key);

        foreach (Func<Task> run in await CompiledSnippets.CompileAsync(Write(new CSharpSnippet(), drafts)))
        {
            await run();
        }

        AssertBytes(drafts, server.Arrivals, _ => "");
    }

    [Fact]
    public async Task Java_Snippets_DeliverTheBodyByteForByte()
    {
        Assert.SkipUnless(await ToolRun.ExistsAsync("javac", "-version"), "No Java compiler is on this machine.");
        await using BodyRecorder server = await BodyRecorder.StartAsync();
        IReadOnlyList<RequestDraft> drafts = NastyDrafts.Few(server.BaseUrl);
        StringBuilder all = new("public class All { public static void main(String[] args) throws Exception {\n");
        foreach ((int index, string snippet) in Write(new JavaSnippet(), drafts).Index())
        {
            await File.WriteAllTextAsync(Path.Combine(_folder, $"Request{index}.java"), snippet.Replace("class Request ", $"class Request{index} ", StringComparison.Ordinal), TestContext.Current.CancellationToken);
            all.Append(System.Globalization.CultureInfo.InvariantCulture, $"Request{index}.main(args);\n");
        }

        await File.WriteAllTextAsync(Path.Combine(_folder, "All.java"), all.Append("} }\n").ToString(), TestContext.Current.CancellationToken);

        (int exitCode, string output) = await ToolRun.RunAsync("bash", _folder, "-c", "javac *.java && java All");

        Assert.True(exitCode == 0, output);
        AssertBytes(drafts, server.Arrivals, _ => "");
    }

    [Fact]
    public async Task Go_Snippets_DeliverTheBodyByteForByte()
    {
        Assert.SkipUnless(await ToolRun.ExistsAsync("go", "version"), "Go is not on this machine: its snippets are marked as not run.");
        await using BodyRecorder server = await BodyRecorder.StartAsync();
        IReadOnlyList<RequestDraft> drafts = NastyDrafts.Few(server.BaseUrl);
        foreach (string snippet in Write(new GoSnippet(), drafts))
        {
            await File.WriteAllTextAsync(Path.Combine(_folder, "main.go"), snippet, TestContext.Current.CancellationToken);
            (int exitCode, string output) = await ToolRun.RunAsync("go", _folder, "run", "main.go");
            Assert.True(exitCode == 0, output);
        }

        AssertBytes(drafts, server.Arrivals, _ => "");
    }

    [Fact]
    public async Task PowerShell_Snippets_DeliverTheBodyByteForByte()
    {
        Assert.SkipUnless(await ToolRun.ExistsAsync("pwsh", "-NoProfile", "-Command", "exit 0"), "PowerShell is not on this machine: its snippets are marked as not run.");
        await using BodyRecorder server = await BodyRecorder.StartAsync();
        IReadOnlyList<RequestDraft> drafts = NastyDrafts.Few(server.BaseUrl);
        // Outside Windows the program is called curl.
        string all = string.Concat(Write(new PowerShellSnippet(), drafts)).Replace("curl.exe", "curl", StringComparison.Ordinal);
        await File.WriteAllTextAsync(Path.Combine(_folder, "all.ps1"), all, TestContext.Current.CancellationToken);

        (int exitCode, string output) = await ToolRun.RunAsync("pwsh", _folder, "-NoProfile", "-File", "all.ps1");

        Assert.True(exitCode == 0, output);
        AssertBytes(drafts, server.Arrivals, _ => "");
    }

    [Fact]
    public async Task Python_EverySnippet_IsReadByItsOwnParserAsTheSameJson()
    {
        Assert.SkipUnless(await ToolRun.ExistsAsync("python3", "--version"), "Python is not on this machine.");
        IReadOnlyList<RequestDraft> drafts = NastyDrafts.All(new Uri("http://127.0.0.1:1/v1"));
        await WritePythonAsync(drafts);
        await File.WriteAllTextAsync(Path.Combine(_folder, "read.py"), """
            import ast, json, sys
            for number in range(int(sys.argv[1])):
                tree = ast.parse(open(f"s{number}.py", encoding="utf-8").read())
                call = next(n for n in ast.walk(tree) if isinstance(n, ast.Call) and isinstance(n.func, ast.Attribute) and n.func.attr == "create")
                fields = {k.arg: ast.literal_eval(k.value) for k in call.keywords}
                fields.update(fields.pop("extra_body", {}))
                print(json.dumps(fields))
            """, TestContext.Current.CancellationToken);

        (int exitCode, string output) = await ToolRun.RunAsync("python3", _folder, "read.py", $"{drafts.Count}");

        Assert.True(exitCode == 0, output);
        Assert.All(drafts.Zip(output.Split('\n')), pair => Assert.True(JsonNode.DeepEquals(pair.First.Body, JsonNode.Parse(pair.Second)), pair.Second));
    }

    [Fact]
    public async Task Python_EverySnippet_DeliversTheSameJson()
    {
        Assert.SkipUnless(await ToolRun.ExistsAsync("python3", "-c", "import openai"), "Python's openai package is not on this machine: its snippets are marked as parsed.");
        await using BodyRecorder server = await BodyRecorder.StartAsync();
        IReadOnlyList<RequestDraft> drafts = NastyDrafts.All(server.BaseUrl);
        await WritePythonAsync(drafts);

        (int exitCode, string output) = await ToolRun.RunAsync("python3", _folder, "-c", $"import runpy\nfor n in range({drafts.Count}): runpy.run_path(f's{{n}}.py')");

        Assert.True(exitCode == 0, output);
        AssertJson(drafts, server.Arrivals);
    }

    private static string[] Write(ISnippetWriter writer, IEnumerable<RequestDraft> drafts) => [.. drafts.Select(draft => writer.Write(RequestPreview.From(draft)))];

    private async Task WritePythonAsync(IReadOnlyList<RequestDraft> drafts)
    {
        foreach ((int index, string snippet) in Write(new PythonSnippet(), drafts).Index())
        {
            await File.WriteAllTextAsync(Path.Combine(_folder, $"s{index}.py"), snippet, TestContext.Current.CancellationToken);
        }
    }

    private static void AssertBytes(IReadOnlyList<RequestDraft> drafts, IReadOnlyList<Arrival> arrivals, Func<int, string> ending)
    {
        AssertHeaders(drafts, arrivals);
        for (int index = 0; index < drafts.Count; index++)
        {
            Assert.Equal(RequestPreview.From(drafts[index]).Json + ending(index), Encoding.UTF8.GetString(arrivals[index].Body));
        }
    }

    private static void AssertJson(IReadOnlyList<RequestDraft> drafts, IReadOnlyList<Arrival> arrivals)
    {
        AssertHeaders(drafts, arrivals);
        Assert.All(drafts.Zip(arrivals), pair =>
            Assert.True(JsonNode.DeepEquals(pair.First.Body, JsonNode.Parse(pair.Second.Body)), Encoding.UTF8.GetString(pair.Second.Body)));
    }

    private static void AssertHeaders(IReadOnlyList<RequestDraft> drafts, IReadOnlyList<Arrival> arrivals)
    {
        Assert.Equal(drafts.Count, arrivals.Count);
        Assert.All(arrivals, arrival => Assert.Equal($"Bearer {ToolRun.Key}", arrival.Headers["Authorization"]));
        Assert.Equal((NastyDrafts.Headers[0].Text, $"team {ToolRun.Key}"), (arrivals[^1].Headers["X-Title"], arrivals[^1].Headers["X-Team"]));
    }
}
