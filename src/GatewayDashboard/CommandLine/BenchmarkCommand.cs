using System.CommandLine;
using System.CommandLine.Parsing;

namespace GatewayDashboard.CommandLine;

/// <summary>The words of <c>benchmark</c>: options, their checks and their help.</summary>
internal static class BenchmarkCommand
{
    private static readonly Option<string> Preset = new("--preset") { Description = "quick (12 runs, short prompt) or article (50 runs, short and long prompt)", DefaultValueFactory = _ => "quick" };
    private static readonly Option<string> Gateways = new("--gateways") { Description = "Ids from the catalogue, separated by commas, for example groq,openrouter" };
    private static readonly Option<string[]> Address = new("--gateway") { Description = "Any OpenAI-compatible server as name=URL; may be repeated; needs --model", AllowMultipleArgumentsPerToken = false };
    private static readonly Option<string> Model = new("--model") { Description = "The model id to ask for" };
    private static readonly Option<int?> Runs = new("--runs") { Description = "Measured calls per gateway and prompt, 1 to 10,000" };
    private static readonly Option<int?> Concurrency = new("--concurrency") { Description = "Calls in flight at once, 1 to 256; lifts the one-call-at-a-time rule" };
    private static readonly Option<string> Prompt = new("--prompt") { Description = "A prompt of your own" };
    private static readonly Option<FileInfo> PromptFile = new("--prompt-file") { Description = "A text file with a prompt of your own" };
    private static readonly Option<int?> MaxTokens = new("--max-tokens") { Description = "Most output tokens per call" };
    private static readonly Option<string> KeyVariable = new("--key-variable") { Description = "The environment variable that holds the key for --gateway servers" };
    private static readonly Option<int?> Seed = new("--seed") { Description = "Seed of the random order; random unless given" };
    private static readonly Option<FileInfo> Output = new("--output") { Description = "Write the run with every sample as JSON" };
    private static readonly Option<DirectoryInfo> Data = new("--data") { Description = "Data folder; the command line has its own unless this names one" };

    /// <summary>The command, calling <paramref name="run"/> with checked arguments. Its exit status: 0 done, 1 no call succeeded, 2 wrong usage.</summary>
    public static Command Create(Func<BenchmarkArguments, CancellationToken, Task<int>> run)
    {
        var command = new Command("benchmark", "Run a benchmark without a browser: a progress line while it works, a table at the end.");
        foreach (var option in new Option[] { Preset, Gateways, Address, Model, Runs, Concurrency, Prompt, PromptFile, MaxTokens, KeyVariable, Seed, Output, Data })
        {
            command.Options.Add(option);
        }

        command.Validators.Add(Check);
        command.SetAction((parsed, cancellationToken) => run(Read(parsed), cancellationToken));
        return command;
    }

    private static void Check(CommandResult result)
    {
        Range(result, Runs, 1, 10_000);
        Range(result, Concurrency, 1, 256);
        Range(result, MaxTokens, 1, 1_000_000);
        if (result.GetValue(Preset) is not (null or "quick" or "article"))
        {
            result.AddError("--preset is quick or article.");
        }

        foreach (var text in result.GetValue(Address) ?? [])
        {
            if (Parse(text) is null)
            {
                result.AddError($"--gateway \"{text}\" is not name=URL with an http or https URL, for example local=http://127.0.0.1:8000/v1.");
            }
        }

        if (result.GetValue(Address) is { Length: > 0 } && string.IsNullOrWhiteSpace(result.GetValue(Model)))
        {
            result.AddError("--gateway needs --model: the id that server sells.");
        }

        if (result.GetValue(Prompt) is not null && result.GetValue(PromptFile) is not null)
        {
            result.AddError("--prompt and --prompt-file exclude each other: keep one.");
        }

        if (result.GetValue(Prompt) is { } prompt && string.IsNullOrWhiteSpace(prompt))
        {
            result.AddError("--prompt is empty: give it a text.");
        }

        if (result.GetValue(PromptFile) is { Exists: false } missing)
        {
            result.AddError($"--prompt-file {missing.Name} does not exist.");
        }
    }

    private static void Range(CommandResult result, Option<int?> option, int low, int high)
    {
        if (result.GetValue(option) is { } value && (value < low || value > high))
        {
            result.AddError($"{option.Name} is {value}; it goes from {low} to {high:N0}.");
        }
    }

    private static BenchmarkArguments Read(ParseResult parsed) => new()
    {
        Preset = parsed.GetValue(Preset) ?? "quick",
        Gateways = parsed.GetValue(Gateways)?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [],
        Addresses = [.. (parsed.GetValue(Address) ?? []).Select(Parse).OfType<NamedAddress>()],
        Model = parsed.GetValue(Model),
        Runs = parsed.GetValue(Runs),
        Concurrency = parsed.GetValue(Concurrency),
        Prompt = parsed.GetValue(Prompt) ?? (parsed.GetValue(PromptFile) is { } file ? File.ReadAllText(file.FullName).Trim() : null),
        MaxTokens = parsed.GetValue(MaxTokens),
        KeyVariable = parsed.GetValue(KeyVariable),
        Seed = parsed.GetValue(Seed),
        Output = parsed.GetValue(Output),
        Data = parsed.GetValue(Data),
    };

    private static NamedAddress? Parse(string text)
    {
        var at = text.IndexOf('=', StringComparison.Ordinal);
        return at > 0
            && Uri.TryCreate(text[(at + 1)..], UriKind.Absolute, out var url)
            && url.Scheme is "http" or "https"
            && url.UserInfo.Length == 0
            ? new NamedAddress(text[..at].Trim(), url)
            : null;
    }
}
