using System.Text;
using System.Text.Json;
using GatewayDashboard.Core.Measurement;

namespace GatewayDashboard.Core.Completions;

/// <summary>Finds usage wherever a dialect says it may stand, and merges what stands in several places.</summary>
internal sealed class UsagePaths
{
    private readonly (byte[][] Names, string Path)[] _paths;

    public UsagePaths(IEnumerable<string> paths) =>
        _paths = [.. paths.Select(path => (path.Split('.').Select(Encoding.UTF8.GetBytes).ToArray(), path))];

    /// <summary>On a property name: whether it begins one of the paths; then its value was read.</summary>
    public bool TryRead(ref Utf8JsonReader reader, Chunk chunk)
    {
        foreach (var (names, path) in _paths)
        {
            if (reader.ValueTextEquals(names[0]))
            {
                reader.Read();
                Descend(ref reader, names, 1, path, chunk);
                return true;
            }
        }

        return false;
    }

    private static void Descend(ref Utf8JsonReader reader, byte[][] names, int depth, string path, Chunk chunk)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            reader.Skip();
            return;
        }

        if (depth == names.Length)
        {
            if (UsageReader.Read(ref reader, chunk) is { } usage)
            {
                chunk.Usage = Merge(chunk.Usage, usage with { FoundAt = path });
            }

            return;
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var here = reader.ValueTextEquals(names[depth]);
            var error = reader.ValueTextEquals("error"u8);
            reader.Read();
            if (here)
            {
                Descend(ref reader, names, depth + 1, path, chunk);
                continue;
            }

            // Groq reports an error in mid-stream beside its usage.
            chunk.IsError |= error && reader.TokenType is JsonTokenType.String or JsonTokenType.StartObject;
            reader.Skip();
        }
    }

    /// <summary>The newer report wins field by field; what it does not say stays.</summary>
    public static TokenUsage Merge(TokenUsage? older, TokenUsage newer) => older is null ? newer : new TokenUsage
    {
        Input = newer.Input ?? older.Input,
        Output = newer.Output ?? older.Output,
        Reasoning = newer.Reasoning ?? older.Reasoning,
        CachedInput = newer.CachedInput ?? older.CachedInput,
        CostUsd = newer.CostUsd ?? older.CostUsd,
        FoundAt = newer.Output is null ? older.FoundAt ?? newer.FoundAt : newer.FoundAt,
    };
}
