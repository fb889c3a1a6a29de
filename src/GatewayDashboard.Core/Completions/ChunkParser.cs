using System.Text.Json;
using GatewayDashboard.Core.Gateways;

namespace GatewayDashboard.Core.Completions;

/// <summary>Reads chat-completion chunks, and whole completions, straight over their bytes.</summary>
internal sealed partial class ChunkParser(GatewayDialect dialect)
{
    // More than any gateway nests; a hostile document must not take the stack along.
    private const int Depth = 32;

    private readonly UsagePaths _usage = new(dialect.UsagePaths);

    /// <summary>The model, provider and fingerprint last named, and whether the model changed on the way.</summary>
    public string? Model { get; private set; }

    /// <inheritdoc cref="Model"/>
    public string? Provider { get; private set; }

    /// <inheritdoc cref="Model"/>
    public string? Fingerprint { get; private set; }

    /// <inheritdoc cref="Model"/>
    public bool ModelChanged { get; private set; }

    /// <summary>Reads every JSON value of <paramref name="data"/> into <paramref name="chunk"/>.</summary>
    /// <returns>How many there were; 1 unless events were run together. Negative where it is not JSON: what was read before stays in the chunk.</returns>
    public int Parse(ReadOnlySpan<byte> data, Chunk chunk)
    {
        var reader = new Utf8JsonReader(data, new JsonReaderOptions { MaxDepth = Depth, AllowMultipleValues = true });
        var values = 0;
        try
        {
            while (reader.Read())
            {
                values++;
                if (reader.TokenType == JsonTokenType.StartObject)
                {
                    ReadChunk(ref reader, chunk);
                }
                else
                {
                    reader.Skip();
                    chunk.Malformed = true;
                }
            }

            return values;
        }
        catch (JsonException)
        {
            return -1;
        }
    }

    private void ReadChunk(ref Utf8JsonReader reader, Chunk chunk)
    {
        bool choices = false, known = false, complaint = false;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("choices"u8))
            {
                reader.Read();
                ReadChoices(ref reader, chunk);
                choices = true;
            }
            else if (reader.ValueTextEquals("model"u8))
            {
                reader.Read();
                Model = Take(ref reader, Model, out var changed);
                ModelChanged |= changed;
                known = true;
            }
            else if (reader.ValueTextEquals("object"u8))
            {
                reader.Read();
                chunk.IsError |= reader.TokenType == JsonTokenType.String && reader.ValueTextEquals("error"u8);
                known = true;
            }
            else if (reader.ValueTextEquals("error"u8))
            {
                reader.Read();
                chunk.IsError |= IsSaid(ref reader);
                reader.Skip();
                known = true;
            }
            else if (reader.ValueTextEquals("system_fingerprint"u8))
            {
                reader.Read();
                Fingerprint = Take(ref reader, Fingerprint, out _);
            }
            else if (reader.ValueTextEquals("provider"u8))
            {
                reader.Read();
                Provider = Take(ref reader, Provider, out _);
            }
            else if (reader.ValueTextEquals("message"u8) || reader.ValueTextEquals("detail"u8))
            {
                reader.Read();
                complaint |= IsSaid(ref reader);
                reader.Skip();
            }
            else if (_usage.TryRead(ref reader, chunk))
            {
                known = true;
            }
            else
            {
                known |= reader.ValueTextEquals("id"u8);
                reader.Read();
                reader.Skip();
            }
        }

        // FastAPI and Kong put their complaint at the root, where a chunk has its choices.
        chunk.IsError |= complaint && !choices;
        chunk.Malformed |= !choices && !known && !chunk.IsError;
    }

    /// <summary>A value that says something: not null, false or empty text.</summary>
    private static bool IsSaid(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.Null or JsonTokenType.False => false,
        JsonTokenType.String => reader.HasValueSequence || reader.ValueSpan.Length > 0,
        _ => true,
    };

    private static string? Take(ref Utf8JsonReader reader, string? before, out bool changed)
    {
        changed = false;
        if (reader.TokenType != JsonTokenType.String)
        {
            reader.Skip();
            return before;
        }

        if (reader.ValueSpan.Length == 0 || (before is not null && reader.ValueTextEquals(before)))
        {
            return before;
        }

        changed = before is not null;
        return JsonText.Read(ref reader, out _);
    }
}
