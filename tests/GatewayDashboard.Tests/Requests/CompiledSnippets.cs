using System.Reflection;
using System.Text;

namespace GatewayDashboard.Tests.Requests;

/// <summary>Compiles C# snippets with the SDK's own compiler into one library, each as a method.</summary>
internal static class CompiledSnippets
{
    /// <summary>The methods, in the snippets' order.</summary>
    public static async Task<IReadOnlyList<Func<Task>>> CompileAsync(IReadOnlyList<string> snippets)
    {
        string folder = Directory.CreateTempSubdirectory("snippets-").FullName;
        try
        {
            for (int index = 0; index < snippets.Count; index++)
            {
                await File.WriteAllTextAsync(Path.Combine(folder, $"S{index}.cs"), AsMethod(snippets[index], index));
            }

            string library = Path.Combine(folder, "snippets.dll");
            StringBuilder options = new($"-nologo -target:library -nullable:enable -langversion:14 -nowarn:CS1701,CS1702 \"-out:{library}\" \"-recurse:{folder}/*.cs\"\n");
            foreach (string reference in ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator))
            {
                options.Append(System.Globalization.CultureInfo.InvariantCulture, $"\"-r:{reference}\"\n");
            }

            await File.WriteAllTextAsync(Path.Combine(folder, "options.rsp"), options.ToString());
            (int exitCode, string output) = await ToolRun.RunAsync(Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) == "dotnet" ? host : "dotnet", folder, Compiler(), "@options.rsp");
            Assert.True(exitCode == 0, output);
            Assembly assembly = Assembly.Load(await File.ReadAllBytesAsync(library));
            return [.. snippets.Select((_, index) => assembly.GetType($"S{index}")!.GetMethod("RunAsync")!.CreateDelegate<Func<Task>>())];
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    // What a console project adds by itself: the implicit usings and the method around top-level statements.
    private static string AsMethod(string snippet, int index)
    {
        string[] lines = snippet.Split('\n');
        int usings = Array.FindLastIndex(lines, line => line.StartsWith("using ", StringComparison.Ordinal) && line.EndsWith(';') && !line.Contains('=', StringComparison.Ordinal));
        return $"using System; using System.IO; using System.Linq; using System.Threading.Tasks; using System.Collections.Generic;\n{string.Join('\n', lines[..(usings + 1)])}\npublic static class S{index} {{ public static async Task RunAsync() {{\n{string.Join('\n', lines[(usings + 1)..])}\n}} }}\n";
    }

    private static string Compiler()
    {
        string root = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "..", "..", ".."));
        return Directory.GetFiles(Path.Combine(root, "sdk"), "csc.dll", SearchOption.AllDirectories).Where(path => path.Contains("bincore", StringComparison.Ordinal)).Order(StringComparer.Ordinal).Last();
    }
}
